import { of, throwError } from 'rxjs';
import { answerLedger, stage } from '../../components/frame/stage.fixture.tsx';
import type { AgendaItem, FollowedDecision, Review } from '../../data/review.ts';

export const decision: FollowedDecision = {
  decision: {
    id: 'd1',
    version: 1,
    state: 'open',
    record: { what: 'Cap retries', why: 'They tripled', owner: 'Search', due: '2026-11-16' },
  },
  overdueDays: 7,
  events: [{ id: 'e1', state: 'working', reason: '31 % less a request' }],
};
export const agenda: readonly AgendaItem[] = [
  {
    id: 'number',
    title: 'The number',
    minutes: 5,
    sentences: ['$8,912, $504 more.', 'No budget is set.'],
    page: 'overview',
  },
  { id: 'drivers', title: 'What drove it', minutes: 8, sentences: ['Calls doubled: +$203.'], page: 'attribution' },
  { id: 'economics', title: 'Worst economics', minutes: 5, sentences: ['No feature loses money.'], page: 'value' },
  { id: 'decisions', title: 'Open decisions', minutes: 12, sentences: ['1 open, 1 overdue.'], page: 'review' },
];
export const review: Review = {
  ...{ week: '2026-W47', from: '2026-11-16', to: '2026-11-22', agenda, review: null },
  cadence: {
    weeks: [
      { week: '2026-W45', state: 'held', present: ['engineering', 'finance'] },
      { week: '2026-W46', state: 'skipped', present: [] },
      { week: '2026-W47', state: 'due', present: [] },
    ],
    held: 1,
    expected: 2,
    skippedInARow: 1,
  },
  decisions: [decision],
};
export const entry = (
  state: 'open' | 'closed',
  version: number,
  minutes: string,
  present: readonly { readonly role: string; readonly name: string }[] = []
): Review => ({
  ...review,
  review: {
    ...{ id: '2026-W47', version, state, at: '', by: { name: 'ana' } },
    record: { week: '2026-W47', heldOn: '2026-11-23', minutes, present },
  },
});
const zero = { usd: 0, low: 0, high: 0 };
export const levers = { levers: [], saved: zero, annual: zero, expectedUsdPerYear: 0 };
export const event = {
  ...{ id: 'e2', version: 1, state: 'open', action: 'create', at: '', by: { name: 'ana' } },
  record: { lever: 'prompt_caching', feature: 'search', date: '2026-11-04' },
};

/** A ledger that answers by the last part of its paths, and keeps what it was told; `refuse`: with 409. */
export function ledger(answers: Readonly<Record<string, unknown>>, refuse = false): unknown[] {
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
