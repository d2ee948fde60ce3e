import { config, locationService } from '@grafana/runtime';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { of, throwError } from 'rxjs';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import { TODAY, resetStage, stage, answerLedger, closedBooks } from '../../components/frame/stage.fixture.tsx';
import { minutesText } from './minutesText.ts';
import { notesIn } from './notesIn.ts';
import { presentTogether } from './presentTogether.ts';
import { ReviewPage } from './ReviewPage.tsx';

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
const agenda = [
  {
    id: 'number',
    title: 'The number',
    minutes: 5,
    sentences: ['$8,912, $504 more.', 'No budget is set.'],
    page: 'overview',
  },
  { id: 'drivers', title: 'What drove it', minutes: 8, sentences: ['Calls doubled: +$203.'], page: 'attribution' },
  { id: 'decisions', title: 'Open decisions', minutes: 17, sentences: ['1 open, 1 overdue.'], page: 'review' },
];
const review = {
  ...{ week: '2026-W47', from: '2026-11-16', to: '2026-11-22', agenda, review: null },
  cadence: {
    weeks: [
      { week: '2026-W45', state: 'held' as const, present: ['engineering', 'finance'] },
      { week: '2026-W46', state: 'skipped' as const, present: [] },
      { week: '2026-W47', state: 'due' as const, present: [] },
    ],
    held: 1,
    expected: 2,
    skippedInARow: 1,
  },
  decisions: [decision],
};
const entry = (state: 'open' | 'closed', version: number, minutes: string, present: object[] = []) => ({
  ...review,
  review: {
    ...{ id: '2026-W47', version, state, at: '', by: { name: 'ana' } },
    record: { week: '2026-W47', heldOn: '2026-11-23', minutes, present },
  },
});
const zero = { usd: 0, low: 0, high: 0 };
const levers = { levers: [], saved: zero, annual: zero, expectedUsdPerYear: 0 };
const event = {
  ...{ id: 'e2', version: 1, state: 'open', action: 'create', at: '', by: { name: 'ana' } },
  record: { lever: 'prompt_caching', feature: 'search', date: '2026-11-04' },
};

/** A ledger that answers by the last part of its paths, and keeps what it was told; `refuse`: with 409. */
function ledger(answers: Readonly<Record<string, unknown>>, refuse = false): unknown[] {
  const told: unknown[] = [];
  answerLedger(answers);
  const answer = stage.ledger;
  stage.ledger = (url, data) => {
    if (data === undefined) {
      return answer(url);
    }
    told.push(data);
    return refuse ? throwError(() => ({ status: 409, data: { error: 'taken' } })) : of({ data: {} });
  };
  return told;
}

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
    'decisions',
  ]);
  expect(list).toHaveTextContent('The number 5 min$8,912, $504 more.No budget is set.');
  expect(within(list).getByRole('link', { name: 'What changed' })).toHaveAttribute(
    'href',
    '/a/aifinops-app/attribution?period=2026-11-16..2026-11-22&environment='
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

test('closing writes who was there and what was said; then the minutes are there to take away', async () => {
  const told = ledger({ review, levers });
  show();
  fireEvent.change(await screen.findByLabelText('Finance'), { target: { value: 'Ben' } });
  fireEvent.change(screen.getByLabelText('Notes'), { target: { value: 'Talk to Search.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Close the review' }));
  await waitFor(() => expect(told).toHaveLength(2));
  const present = [{ role: 'finance', name: 'Ben' }];
  const minutes = minutesText('2026-W47', present, agenda, [decision], 'Talk to Search.');
  expect(told).toEqual([
    { action: 'create', record: { week: '2026-W47', heldOn: '2026-11-23', present, minutes } },
    { action: 'close', id: '2026-W47', version: 1 },
  ]);
  cleanup();
  ledger({ review: entry('closed', 2, minutes), levers });
  show();
  expect(await screen.findByText('Minutes, held on 2026-11-23')).toBeVisible();
  expect(screen.getByTestId('minutes')).toHaveTextContent('# AI cost review, week 2026-W47');
});

test('two people close at once: what the first wrote is in the minutes of the second', async () => {
  const ana = [{ role: 'engineering', name: 'Ana' }];
  const first = minutesText('2026-W47', ana, agenda, [decision], 'Cap retries first.');
  ledger({ review, levers }, true);
  show();
  fireEvent.change(await screen.findByLabelText('Finance'), { target: { value: 'Ben' } });
  fireEvent.change(screen.getByLabelText('Notes'), { target: { value: 'Budget is fine.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Close the review' }));
  expect(await screen.findByText(/Somebody changed it in the meantime/)).toBeVisible();
  cleanup();
  const told = ledger({ review: entry('open', 1, first, ana), levers });
  show();
  expect(await screen.findByTestId('written')).toHaveTextContent(
    'ana wrote already: Ana present, “Cap retries first.”'
  );
  fireEvent.change(screen.getByLabelText('Finance'), { target: { value: 'Ben' } });
  fireEvent.change(screen.getByLabelText('Notes'), { target: { value: 'Budget is fine.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Close the review' }));
  await waitFor(() => expect(told).toHaveLength(2));
  const [edit] = told as [{ version: number; record: { present: object[]; minutes: string } }];
  expect(edit).toMatchObject({ action: 'edit', version: 1 });
  expect(edit.record.present).toEqual([...ana, { role: 'finance', name: 'Ben' }]);
  expect(notesIn(edit.record.minutes)).toBe('Cap retries first.\n\nBudget is fine.');
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

test('minutes hold what was said, done, dropped and still open; notes can be read out of them', () => {
  const dropped = { ...decision, decision: { ...decision.decision, state: 'withdrawn' as const, note: 'ends' } };
  const done = { ...decision, decision: { ...decision.decision, state: 'closed' as const } };
  const present = [{ role: 'finance', name: 'Ben' }];
  const text = minutesText('2026-W47', present, agenda, [decision, done, dropped], ' Talk.\nThen act. ');
  expect(text).toContain('Present: Ben (finance)');
  expect(text).toContain('- **The number**: $8,912, $504 more. No budget is set.');
  expect(text).toContain('- [ ] Cap retries · Search, due 2026-11-16');
  expect(text).toContain('- [x] Cap retries');
  expect(text).toContain('- ~~Cap retries · Search, due 2026-11-16~~ dropped: ends');
  expect(notesIn(text)).toBe('Talk.\nThen act.');
  expect([notesIn(minutesText('2026-W47', [], agenda, [], '')), notesIn()]).toEqual(['', '']);
});

test('nobody is there twice, and nobody is lost', () => {
  const ana = { role: 'engineering', name: 'Ana' };
  expect(
    presentTogether(
      [ana],
      [
        { role: 'engineering', name: ' Ana ' },
        { role: 'finance', name: ' ' },
      ]
    )
  ).toEqual([ana]);
});
