import { closes } from '../queries/closes.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import type { Label } from '../queries/label.ts';
import { openDayCost } from '../queries/openDayCost.ts';
import { openDayRequests } from '../queries/openDayRequests.ts';
import { type Question, askAt } from '../queries/question.ts';
import type { Scope } from '../queries/scope.ts';
import type { Books } from './books.ts';
import { closedDayAskedAt } from './closedDayAskedAt.ts';

/** The day a page answers for, and how its cost and calls are asked for. */
export interface HeadlineDay {
  readonly day: number;
  /**
   * `closed`: yesterday, as dashboards and alerts ask for it. `closing`: yesterday before its close, as the open day's
   * gauge had it at midnight. `late`: days are missing, the last closed one stands in.
   */
  readonly state: 'closed' | 'closing' | 'late';
  readonly cost: (scope: Scope, by?: readonly Label[]) => Question;
  readonly calls: (scope: Scope, by?: readonly Label[]) => Question;
  /** What the day is compared with: the cost of the same weekday a week before, on the same basis. */
  readonly weekBefore: (scope: Scope, by?: readonly Label[]) => Question;
}

/** Yesterday: closed, or provisional for the hours after midnight; further back where the books are late. */
export function headlineDay(books: Books & { lastClosedDay: number }, nowMs: number): HeadlineDay {
  const { today, lastClosedDay } = books;
  const missing = Math.round((today - lastClosedDay) / DAY_MS) - 1;
  if (missing === 1) {
    const day = today - DAY_MS;
    return {
      day,
      state: 'closing',
      cost: (scope, by) => askAt(openDayCost(scope, by), today - 1),
      calls: (scope, by) => askAt(openDayRequests(scope, by), today - 1),
      // The open day's gauge knows no provider: before its close a day is an estimate.
      weekBefore: (scope, by) => weekBefore(day, { ...scope, calibration: undefined }, by),
    };
  }
  const askedAt = closedDayAskedAt(books, lastClosedDay, nowMs);
  return {
    day: lastClosedDay,
    state: missing === 0 ? 'closed' : 'late',
    cost: (scope, by) => askAt(closes('cost', scope, { last: lastClosedDay }, by), askedAt),
    calls: (scope, by) => askAt(closes('requests', scope, { last: lastClosedDay }, by), askedAt),
    weekBefore: (scope, by) => weekBefore(lastClosedDay, scope, by),
  };
}

const weekBefore = (day: number, scope: Scope, by: readonly Label[] = []): Question =>
  askAt(closes('cost', scope, { days: 1, lastDay: day, daysBefore: 7 }, by), day + DAY_MS);
