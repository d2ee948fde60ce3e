import { config, locationService } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import { TODAY, resetStage, stage, answerLedger, closedBooks } from '../../components/frame/stage.fixture.tsx';
import { agendaItems } from './agendaItems.ts';
import { minutesText } from './minutesText.ts';
import { ReviewPage } from './ReviewPage.tsx';
import { weekDays } from './weekDays.ts';
import { weekPeriod } from './weekPeriod.ts';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const decision = {
  decision: {
    id: 'd1',
    version: 1,
    state: 'open' as const,
    record: { what: 'Cap retries', why: 'They tripled', owner: 'Search', due: '2026-11-16' },
  },
  overdueDays: 7,
  events: [{ id: 'e1', state: 'working' as const, reason: '31 % less a request' }],
};
const review = {
  week: '2026-W47',
  review: null,
  cadence: {
    weeks: [
      { week: '2026-W45', state: 'held' as const },
      { week: '2026-W46', state: 'skipped' as const },
      { week: '2026-W47', state: 'due' as const },
    ],
    held: 1,
    expected: 2,
    skippedInARow: 1,
  },
  decisions: [decision],
};
const closed = {
  ...review,
  review: {
    id: '2026-W47',
    version: 2,
    state: 'closed',
    at: '',
    by: { name: 'ana' },
    record: { week: '2026-W47', heldOn: '2026-11-23', minutes: '# AI cost review' },
  },
};
const zero = { usd: 0, low: 0, high: 0 };
const levers = { levers: [], saved: zero, annual: zero, expectedUsdPerYear: 0 };

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
  answerLedger({ review, levers, decisions: {}, reviews: {} });
  show();
  const agenda = within(await screen.findByTestId('agenda'));
  expect(agenda.getAllByRole('listitem').map((item) => item.getAttribute('data-item'))).toEqual([
    'number',
    'drivers',
    'levers',
    'next',
    'decisions',
  ]);
  expect(agenda.getByText(/1 open, 1 overdue \(Search: Cap retries, due 2026-11-16\)/)).toBeVisible();
  expect(screen.getByTestId('week-strip')).toHaveTextContent('held 1 of 2, the last 1 skipped');
  expect(screen.getByRole('button', { name: 'Week 2026-W46: skipped' })).toBeVisible();
  expect(screen.getByTestId('decisions')).toHaveTextContent('7 days overdue');
  expect(screen.getByTestId('decisions')).toHaveTextContent('working: 31 % less a request');
});

test('a decision is dropped with a reason, and one is added once it has an owner and a day', async () => {
  answerLedger({ review, levers, decisions: {}, reviews: {} });
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Drop' }));
  expect(screen.getByRole('button', { name: 'Drop it' })).toBeDisabled();
  fireEvent.change(screen.getByLabelText('Why it is dropped'), { target: { value: 'The feature ends' } });
  fireEvent.click(screen.getByRole('button', { name: 'Drop it' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Drop it' })).toBeNull());
  const add = screen.getByRole('button', { name: 'Add' });
  expect(add).toBeDisabled();
  for (const [label, value] of [
    ['What', 'Cache'],
    ['Why', 'It repeats'],
    ['Owner', 'Ana'],
    ['Due', '2026-12-01'],
  ] as const) {
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  }
  fireEvent.click(add);
  await waitFor(() => expect(screen.getByLabelText('What')).toHaveValue(''));
});

test('closing writes the minutes; then they are there to take away', async () => {
  answerLedger({ review, levers, decisions: {}, reviews: {} });
  show();
  fireEvent.change(await screen.findByLabelText('Finance'), { target: { value: 'Ben' } });
  answerLedger({ review: closed, levers, decisions: {}, reviews: {} });
  fireEvent.click(screen.getByRole('button', { name: 'Close the review' }));
  expect(await screen.findByText('Minutes, held on 2026-11-23')).toBeVisible();
  expect(screen.getByText('# AI cost review')).toBeVisible();
  expect(stage.told.filter((url) => url.endsWith('/ledger/reviews'))).toHaveLength(2);
});

test('a viewer reads and records nothing; without a ledger it says so', async () => {
  config.bootData.user.orgRole = 'Viewer' as never;
  answerLedger({ review, levers });
  const { unmount } = show();
  expect(await screen.findByText('An Editor can record decisions here.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Done' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Close the review' })).toBeNull();
  unmount();
  answerLedger({});
  show();
  expect(await screen.findByText('The ledger’s address is not set')).toBeVisible();
});

test('ISO weeks begin on Monday, and week 1 holds the fourth of January', () => {
  const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  expect(text(weekDays('2026-W47').firstDay)).toBe('2026-11-16');
  expect(text(weekDays('2026-W47').lastDay)).toBe('2026-11-22');
  expect(text(weekDays('2027-W01').firstDay)).toBe('2027-01-04');
  expect(text(weekDays('2021-W01').firstDay)).toBe('2021-01-04');
  expect(weekPeriod('2026-W47', Date.UTC(2026, 10, 18))).toMatchObject({ days: 3 });
  expect(weekPeriod('2026-W47', Date.UTC(2026, 10, 15))).toBeUndefined();
});

test('a review takes thirty minutes, and its minutes hold what was said', () => {
  const items = agendaItems({ change: 'no answer', levers: undefined, ideas: undefined, review });
  expect(items.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(30);
  const text = minutesText('2026-W47', [{ role: 'finance', name: 'Ben' }], items, [decision], 'Talk to Search.');
  expect(text).toContain('Present: Ben (finance)');
  expect(text).toContain('- [ ] Cap retries · Search, due 2026-11-16');
  expect(text).toContain('## Notes\n\nTalk to Search.');
});
