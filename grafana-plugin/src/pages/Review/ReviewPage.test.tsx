import { config, locationService } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { NEVER, of, throwError } from 'rxjs';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import { TODAY, resetStage, stage, answerLedger, closedBooks } from '../../components/frame/stage.fixture.tsx';
import { decision, entry, event, ledger, levers, review } from './review.fixture.ts';
import { ReviewPage } from './ReviewPage.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  locationService.replace('/a/aifinops-app/review');
  resetStage(closedBooks);
  config.bootData.user.orgRole = 'Editor' as never;
});
afterEach(() => jest.restoreAllMocks());

const show = () =>
  render(
    <Routed>
      <ReviewPage settings={{}} />
    </Routed>
  );

test('a week has its agenda, its strip and the decisions to follow up', async () => {
  ledger({ review, levers });
  show();
  const list = await screen.findByTestId('agenda');
  expect([...list.querySelectorAll(':scope > li')].map((item) => item.getAttribute('data-item'))).toEqual([
    'number',
    'drivers',
    'economics',
    'decisions',
  ]);
  expect(list).toHaveTextContent('The number 5 min$8,912, $504 more.No budget is set.');
  expect(within(list).getByRole('link', { name: 'What changed' })).toHaveAttribute(
    'href',
    '/a/aifinops-app/attribution?period=2026-11-16..2026-11-22&environment='
  );
  // What loses money is told of 30 days and all environments: so is the page that has more.
  expect(within(list).getByRole('link', { name: 'Value' })).toHaveAttribute(
    'href',
    '/a/aifinops-app/value?period=2026-10-24..2026-11-22&environment='
  );
  expect(screen.getByTestId('week-strip')).toHaveTextContent(
    'held 1 of 2, engineering in 1, finance in 1, the last 1 skipped'
  );
  expect(screen.getByRole('button', { name: 'Week 2026-W46: skipped' })).toBeVisible();
  expect(screen.getByTestId('decisions')).toHaveTextContent('7 days overdue');
  expect(screen.getByTestId('decisions')).toHaveTextContent('working: 31 % less a request');
});

test('a decision is followed over three weeks, one of them skipped, from what was meant to what it did', async () => {
  const links = [{ to: 'event', id: 'e1' }];
  const inWeek = (week: string, version: number, overdueDays: number, events: object[], record = {}) => ({
    ...review,
    week,
    review: week === '2026-W45' ? entry('closed', 2, '# AI cost review, week 2026-W45').review : null,
    decisions: [
      {
        ...{ overdueDays, events },
        decision: { ...decision.decision, version, record: { ...decision.decision.record, ...record } },
      },
    ],
  });
  const weeks: Readonly<Record<string, unknown>> = {
    '2026-W45': inWeek('2026-W45', 1, -8, []),
    '2026-W46': inWeek('2026-W46', 1, 0, []),
    '2026-W47': inWeek('2026-W47', 2, 7, [{ id: 'e1', state: 'working', reason: '31 % less a request' }], { links }),
  };
  const told = ledger({ levers });
  const answer = stage.ledger;
  stage.ledger = (url, data) => {
    const week = /[/]review[?]week=([^&]+)/.exec(url)?.[1];
    return week === undefined ? answer(url, data) : of({ data: weeks[week] });
  };
  locationService.replace('/a/aifinops-app/review?week=2026-W45');
  show();
  const decisions = () => screen.getByTestId('decisions');
  expect(await screen.findByRole('heading', { name: 'Week 2026-W45' })).toBeVisible();
  expect(decisions()).toHaveTextContent('Search, due 2026-11-16');
  expect(decisions()).not.toHaveTextContent('overdue');
  expect(screen.getByTestId('minutes')).toBeVisible();

  // Nobody met: it is open to be made up for, and the decision is there all the same.
  fireEvent.click(screen.getByRole('button', { name: 'Week 2026-W46: skipped' }));
  expect(await screen.findByRole('heading', { name: 'Week 2026-W46' })).toBeVisible();
  expect(decisions()).toHaveTextContent('Cap retries');
  expect(screen.queryByTestId('minutes')).toBeNull();
  expect(screen.getByRole('button', { name: 'Close the review' })).toBeVisible();

  fireEvent.click(screen.getByRole('button', { name: 'Week 2026-W47: due' }));
  expect(await screen.findByRole('heading', { name: 'Week 2026-W47' })).toBeVisible();
  expect(decisions()).toHaveTextContent('7 days overdue');
  expect(decisions()).toHaveTextContent('working: 31 % less a request');
  expect(locationService.getSearchObject()).toMatchObject({ week: '2026-W47' });
  fireEvent.click(within(decisions()).getByRole('button', { name: 'Done' }));
  await waitFor(() => expect(told).toEqual([{ action: 'close', id: 'd1', version: 2 }]));
});

test('a decision is dropped with a reason; where somebody was faster, the reason stays typed', async () => {
  let told = ledger({ review, levers }, true);
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Drop' }));
  expect(screen.getByRole('button', { name: 'Drop it' })).toBeDisabled();
  fireEvent.change(screen.getByLabelText('Why it is dropped'), { target: { value: 'The feature ends' } });
  fireEvent.click(screen.getByRole('button', { name: 'Drop it' }));
  expect(await screen.findByText(/Somebody changed it in the meantime/)).toBeVisible();
  expect(screen.getByLabelText('Why it is dropped')).toHaveValue('The feature ends');
  told = ledger({ review, levers });
  fireEvent.click(screen.getByRole('button', { name: 'Drop it' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Drop it' })).toBeNull());
  expect(told).toEqual([{ action: 'withdraw', note: 'The feature ends', id: 'd1', version: 1 }]);
});

test('a decision is added once it has an owner and a day', async () => {
  const told = ledger({ review, levers });
  show();
  const add = await screen.findByRole('button', { name: 'Add' });
  expect(add).toBeDisabled();
  const typed = { What: 'Cache', Why: 'It repeats', Owner: 'Ana', Due: '2026-12-01', Feature: 'search' };
  for (const [label, value] of Object.entries(typed)) {
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  }
  fireEvent.click(add);
  await waitFor(() => expect(screen.getByLabelText('What')).toHaveValue(''));
  const record = { what: 'Cache', why: 'It repeats', owner: 'Ana', due: '2026-12-01' };
  expect(told).toEqual([{ action: 'create', record: { ...record, links: [{ to: 'feature', id: 'search' }] } }]);
});

test('a decision that became an optimization can be told so', async () => {
  ledger({ review, levers: { ...levers, levers: [{ event }] } });
  show();
  expect(await screen.findByRole('combobox', { name: 'Became the optimization' })).toBeVisible();
});

test('a viewer reads and records nothing; without a ledger it says so', async () => {
  config.bootData.user.orgRole = 'Viewer' as never;
  ledger({ review, levers });
  const { unmount } = show();
  expect(await screen.findByText('An Editor can record decisions here.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Done' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Close the review' })).toBeNull();
  unmount();
  answerLedger({});
  show();
  expect(await screen.findByText('The ledger’s address is not set')).toBeVisible();
});

test('what is on its way is not sent twice', async () => {
  ledger({ review, levers });
  const answer = stage.ledger;
  const told: unknown[] = [];
  stage.ledger = (url, data) => {
    if (data === undefined) {
      return answer(url);
    }
    told.push(data);
    return NEVER;
  };
  show();
  const done = await screen.findByRole('button', { name: 'Done' });
  fireEvent.click(screen.getByRole('button', { name: 'Drop' }));
  fireEvent.change(screen.getByLabelText('Why it is dropped'), { target: { value: 'The feature ends' } });
  fireEvent.click(screen.getByRole('button', { name: 'Drop it' }));
  expect(done).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Drop it' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Keep it' })).toBeDisabled();
  for (const [label, value] of Object.entries({ What: 'Cache', Why: 'It repeats', Owner: 'Ana', Due: '2026-12-01' })) {
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  }
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(screen.getByRole('button', { name: 'Add' })).toBeDisabled();
  fireEvent.click(screen.getByRole('button', { name: 'Close the review' }));
  expect(screen.getByRole('button', { name: 'Close the review' })).toBeDisabled();
  screen.getAllByRole('button').forEach((button) => button.hasAttribute('disabled') && fireEvent.click(button));
  expect(told).toHaveLength(3);
});

test('what is typed outlives an answer that does not come', async () => {
  ledger({ review, levers }, true);
  show();
  fireEvent.change(await screen.findByLabelText('Notes'), { target: { value: 'Budget is fine.' } });
  const answer = stage.ledger;
  stage.ledger = (url, data) =>
    data === undefined && url.includes('/review')
      ? throwError(() => ({ status: 502, data: { message: 'bad gateway' } }))
      : answer(url, data);
  fireEvent.click(screen.getByRole('button', { name: 'Close the review' }));
  expect(await screen.findByText('Grafana does not reach the ledger')).toBeVisible();
  expect(screen.getByLabelText('Notes')).toHaveValue('Budget is fine.');
});

test('three weeks skipped in a row are said', async () => {
  const skipped = (week: string) => ({ week, state: 'skipped' as const, present: [] });
  const weeks = [...review.cadence.weeks.slice(0, 1), ...['2026-W46', '2026-W47', '2026-W48'].map(skipped)];
  ledger({ review: { ...review, cadence: { ...review.cadence, weeks, skippedInARow: 3 } }, levers });
  show();
  expect(await screen.findByTestId('week-strip')).toHaveTextContent('the last 3 skipped');
  expect(screen.getAllByRole('button', { name: /^Week .*: skipped$/ })).toHaveLength(3);
});
