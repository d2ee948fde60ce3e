import { config, locationService } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
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

const anomaly = (feature: string, through: string, more = {}) => ({
  feature,
  environment: 'production',
  since: '2026-11-17',
  through,
  sentence: `${feature}: +38 % since Tue 17 Nov, ≈ $41 a day more. Retries on gpt-5-mini: +$29 a day.`,
  nanoUsdPerDay: '41000000000',
  isDismissed: false,
  evidence: { days: [{ day: '2026-11-17' }, { day: through }] },
  ...more,
});
const tells = (anomalies: object[], marks: object[] = []) => {
  const posted: unknown[] = [];
  stage.ledger = (url, data) => {
    if (data !== undefined) {
      posted.push(data);
      marks.push(data as object);
    }
    return of({ data: url.includes('/marks') ? { marks } : { anomalies } });
  };
  return posted;
};

test('needs attention: an anomaly, and where to look at it; not one that is over, dismissed or elsewhere', async () => {
  tells([
    anomaly('search', '2026-11-21'),
    anomaly('over', '2026-11-19'),
    anomaly('dismissed', '2026-11-22', { isDismissed: true }),
    anomaly('elsewhere', '2026-11-22', { environment: 'staging' }),
  ]);
  render(<Page />);
  await waitFor(() =>
    expect(text('attention')).toContain('search: +38 % since Tue 17 Nov, ≈ $41 a day more. Retries on gpt-5-mini')
  );
  expect(text('attention')).not.toMatch(/over:|dismissed|elsewhere/);
  expect(screen.getByRole('link', { name: 'Look' }).getAttribute('href')).toContain(
    'var-feature=search&period=2026-11-17..2026-11-22&against=2026-11-11..2026-11-16'
  );
});

test('an editor says that it is none, and it is gone; a viewer can’t', async () => {
  const { user } = config.bootData;
  user.orgRole = 'Viewer' as typeof user.orgRole;
  const posted = tells([anomaly('search', '2026-11-22')]);
  const { unmount } = render(<Page />);
  await screen.findByRole('link', { name: 'Look' });
  expect(screen.queryByRole('button', { name: /^Not an anomaly/ })).toBeNull();
  unmount();
  user.orgRole = 'Editor' as typeof user.orgRole;
  render(<Page />);
  fireEvent.click(await screen.findByRole('button', { name: 'Not an anomaly: search' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Look' })).toBeNull());
  expect(posted).toEqual([
    {
      action: 'create',
      record: { mark: 'not_an_anomaly', feature: 'search', day: '2026-11-22', environment: 'production' },
    },
  ]);
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
