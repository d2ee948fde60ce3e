import { locationService } from '@grafana/runtime';
import { render, screen, waitFor } from '@testing-library/react';
import React from 'react';
import { of, throwError } from 'rxjs';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import { TODAY, resetStage, stage } from '../../components/frame/stage.fixture.tsx';
import { books, company } from './books.fixture.ts';
import { OverviewPage } from './OverviewPage.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const Page = () => (
  <Routed>
    <OverviewPage settings={{}} />
  </Routed>
);

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  locationService.replace('/a/aifinops-app/overview');
  resetStage(books);
  company.isOwned = true;
  company.budget = 2000;
});

afterEach(() => jest.restoreAllMocks());

const text = (id: string) => screen.getByTestId(id).textContent?.replaceAll('\u202f', ' ');

test('says what comes on top of the calls', async () => {
  render(<Page />);
  await screen.findByTestId('breakdown');
  expect(text('beyond-inference')).toContain(
    'Beyond inference: human review $210 · vector storage $61.00, together $271.00 that day'
  );
});

test('needs attention: what is over, and that this ledger finds no anomalies yet', async () => {
  company.budget = 1500;
  render(<Page />);
  await waitFor(() => expect(text('attention')).toContain('All AI cost'));
  expect(text('attention')).toContain('its budget of $1,500 is used up on Thu 26 Nov; $1,284 is spent');
  expect(text('attention')).toContain('This ledger does not look for anomalies yet.');
});

test('needs attention: nothing, in words', async () => {
  stage.ledger = () => of({ data: { anomalies: [] } });
  render(<Page />);
  await waitFor(() => expect(text('attention')).toContain('Nothing: every budget lasts'));
});

test('needs attention: an anomaly, and where to look at it', async () => {
  stage.ledger = () =>
    of({
      data: {
        anomalies: [{ id: '1', feature: 'search', since: '2026-11-17', usdPerDay: 41, words: 'Retries.' }, { id: 2 }],
      },
    });
  render(<Page />);
  await waitFor(() =>
    expect(text('attention')).toContain('search: $41.00 a day above the usual since Tue 17 Nov. Retries.')
  );
  expect(screen.getByRole('link', { name: 'Look' }).getAttribute('href')).toContain(
    'var-feature=search&period=2026-11-17..2026-11-22&against=2026-11-11..2026-11-16'
  );
});

test('needs attention: a ledger that fails, in its words', async () => {
  stage.ledger = () => throwError(() => ({ status: 502, data: { message: 'bad gateway' } }));
  render(<Page />);
  await waitFor(() =>
    expect(text('attention')).toContain('The ledger could not say what is unusual: 502: bad gateway.')
  );
});

test('who may not ask is told who can let them', async () => {
  stage.reply = () => '403: Access denied';
  render(<Page />);
  expect(await screen.findByText('You may not see these numbers')).toBeInTheDocument();
  expect(screen.getByText(/An administrator can let you/)).toBeInTheDocument();
});
