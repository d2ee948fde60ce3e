import { config } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import React from 'react';
import { resetStage, TODAY } from '../../components/frame/stage.fixture.tsx';
import type { Review } from '../../data/review.ts';
import { CloseReview } from './CloseReview.tsx';
import { minutesText } from './minutesText.ts';
import { notesIn } from './notesIn.ts';
import { presentTogether } from './presentTogether.ts';
import { agenda, decision, entry, ledger, review } from './review.fixture.ts';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const ana = [{ role: 'engineering', name: 'Ana' }];
const ben = { role: 'finance', name: 'Ben' };
const both = [...ana, ben];

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  resetStage(() => []);
  config.bootData.user.orgRole = 'Editor' as never;
});
afterEach(() => jest.restoreAllMocks());

const form = (of: Review) => <CloseReview review={of} onChanged={() => undefined} />;
const show = (of: Review) => render(form(of));

/** As Ben of finance. */
function type(notes: string): void {
  fireEvent.change(screen.getByLabelText('Finance'), { target: { value: 'Ben' } });
  fireEvent.change(screen.getByLabelText('Notes'), { target: { value: notes } });
}

test('closing writes who was there and what was said; then the minutes are there to take away', async () => {
  const told = ledger({});
  const { rerender } = show(review);
  type('Talk to Search.');
  fireEvent.click(screen.getByRole('button', { name: 'Close the review' }));
  await waitFor(() => expect(told).toHaveLength(2));
  const minutes = minutesText('2026-W47', [ben], agenda, [decision], 'Talk to Search.');
  expect(told).toEqual([
    { action: 'create', record: { week: '2026-W47', heldOn: '2026-11-23', present: [ben], minutes } },
    { action: 'close', id: '2026-W47', version: 1 },
  ]);
  await waitFor(() => expect(screen.getByLabelText('Notes')).toHaveValue(''));
  rerender(form(entry('closed', 2, minutes)));
  expect(await screen.findByText('Minutes, held on 2026-11-23')).toBeVisible();
  expect(screen.getByTestId('minutes')).toHaveTextContent('# AI cost review, week 2026-W47');
});

test('somebody writes while another types: theirs is shown, and stays', async () => {
  const first = minutesText('2026-W47', ana, agenda, [decision], 'Cap retries first.');
  const told = ledger({});
  show(entry('open', 1, first, ana));
  expect(screen.getByTestId('written')).toHaveTextContent('ana wrote already: Ana present, “Cap retries first.”');
  type('Budget is fine.');
  fireEvent.click(screen.getByRole('button', { name: 'Close the review' }));
  await waitFor(() => expect(told).toHaveLength(2));
  const [edit] = told as [{ version: number; record: { present: object[]; minutes: string } }];
  expect(edit).toMatchObject({ action: 'edit', version: 1 });
  expect(edit.record.present).toEqual(both);
  expect(notesIn(edit.record.minutes)).toBe('Cap retries first.\n\nBudget is fine.');
});

test('somebody closes it while another types: what was typed stays, and comes into the minutes after theirs', async () => {
  const first = minutesText('2026-W47', ana, agenda, [decision], 'Cap retries first.');
  let told = ledger({}, true);
  const { rerender } = show(review);
  type('Budget is fine.');
  fireEvent.click(screen.getByRole('button', { name: 'Close the review' }));
  expect(await screen.findByText(/Somebody changed it in the meantime/)).toBeVisible();
  expect(told).toHaveLength(1);

  rerender(form(entry('closed', 2, first, ana)));
  expect(screen.getByTestId('minutes')).toHaveTextContent('Cap retries first.');
  expect(screen.getByTestId('left-out')).toHaveTextContent('ana closed the review while you wrote');
  expect(screen.getByLabelText('Finance')).toHaveValue('Ben');
  expect(screen.getByLabelText('Notes')).toHaveValue('Budget is fine.');
  told = ledger({});
  fireEvent.click(screen.getByRole('button', { name: 'Add it to the minutes' }));
  await waitFor(() => expect(told).toHaveLength(3));
  const [opened, edit, closed] = told as [object, { record: { minutes: string } }, object];
  expect(opened).toMatchObject({ action: 'reopen', id: '2026-W47', version: 2 });
  expect(edit).toMatchObject({ action: 'edit', version: 3, record: { heldOn: '2026-11-23', present: both } });
  expect(notesIn(edit.record.minutes)).toBe('Cap retries first.\n\nBudget is fine.');
  expect(closed).toEqual({ action: 'close', id: '2026-W47', version: 4 });

  rerender(form(entry('closed', 5, edit.record.minutes, both)));
  await waitFor(() => expect(screen.queryByTestId('close-review')).toBeNull());
  expect(screen.getByTestId('minutes')).toHaveTextContent('Present: Ana (engineering), Ben (finance)');
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

test('notes come out of minutes as they went in, whatever somebody wrote; minutes of another shape are notes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (notes) => {
      expect(notesIn(minutesText('2026-W47', [ben], agenda, [decision], notes))).toBe(notes.trim());
    })
  );
  expect(notesIn('We met, and all was well.\n')).toBe('We met, and all was well.');
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

describe('a draft', () => {
  const other = { ...review, week: '2026-W46' };
  const showWeek = (of: Review) => render(<CloseReview key={of.week} review={of} onChanged={() => undefined} />);
  beforeEach(() => {
    config.bootData.user.login = 'ben';
  });

  test('stays with its week when the week is switched and the page loaded again, and says so', () => {
    ledger({});
    const { rerender, unmount } = showWeek(review);
    type('Talk to Search.');
    expect(screen.queryByTestId('draft-note')).not.toBeInTheDocument();
    rerender(<CloseReview key={other.week} review={other} onChanged={() => undefined} />);
    expect(screen.getByLabelText('Notes')).toHaveValue('');
    expect(screen.queryByTestId('draft-note')).not.toBeInTheDocument();
    rerender(<CloseReview key={review.week} review={review} onChanged={() => undefined} />);
    expect(screen.getByLabelText('Notes')).toHaveValue('Talk to Search.');
    expect(screen.getByLabelText('Finance')).toHaveValue('Ben');
    expect(screen.getByTestId('draft-note')).toHaveTextContent(/^Draft of \d\d:\d\d, not recorded/);
    unmount();
    // What is typed into somebody else's name is not theirs.
    config.bootData.user.login = 'ana';
    const ana = showWeek(review);
    expect(screen.getByLabelText('Notes')).toHaveValue('');
    ana.unmount();
    config.bootData.user.login = 'ben';
    showWeek(review);
    fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(screen.getByLabelText('Notes')).toHaveValue('');
    expect(screen.queryByTestId('draft-note')).not.toBeInTheDocument();
    expect(window.sessionStorage).toHaveLength(0);
  });

  test('is gone once it is recorded, and stays where it could not be', async () => {
    const told = ledger({});
    const { unmount } = showWeek(review);
    type('Talk to Search.');
    expect(window.sessionStorage).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Close the review' }));
    await waitFor(() => expect(told).toHaveLength(2));
    await waitFor(() => expect(window.sessionStorage).toHaveLength(0));
    unmount();
    ledger({}, true);
    showWeek(review);
    type('Again.');
    fireEvent.click(screen.getByRole('button', { name: 'Close the review' }));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(window.sessionStorage).toHaveLength(1);
  });

  test('outlives a browser that keeps nothing, and is not taken from what is none', () => {
    window.sessionStorage.setItem('aifinops-app.draft.ben.review 2026-W47', '{"fields":{"notes":7,"x":"y"},"atMs":1}');
    ledger({});
    const first = showWeek(review);
    expect(screen.getByLabelText('Notes')).toHaveValue('');
    first.unmount();
    window.sessionStorage.clear();
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('QuotaExceededError');
    });
    const second = showWeek(review);
    type('Talk to Search.');
    second.unmount();
    showWeek(review);
    expect(screen.getByLabelText('Notes')).toHaveValue('Talk to Search.');
  });
});
