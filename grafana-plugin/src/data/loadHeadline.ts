import { closedDayCost } from '../queries/closedDayCost.ts';
import { closedDayRequests } from '../queries/closedDayRequests.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import { monthCost } from '../queries/monthCost.ts';
import { owners } from '../queries/owners.ts';
import { askAt } from '../queries/question.ts';
import type { Scope } from '../queries/scope.ts';
import { totalBudget } from '../queries/totalBudget.ts';
import { unallocatedCost } from '../queries/unallocatedCost.ts';
import { unpricedRequests } from '../queries/unpricedRequests.ts';
import { weekBeforeCost } from '../queries/weekBeforeCost.ts';
import { askPrometheus } from './askPrometheus.ts';
import type { Books } from './books.ts';
import { closedDayAskedAt } from './closedDayAskedAt.ts';
import { firstValue } from './firstValue.ts';
import type { HeadlineNumbers } from './headlineNumbers.ts';
import { mapAnswer } from './mapAnswer.ts';
import { monthDays } from './monthDays.ts';
import type { PromSource } from './promSource.ts';
import { readAccountable } from './readAccountable.ts';

/** The figures at the top of the Overview for the last closed day; each may fail alone. */
export async function loadHeadline(
  source: PromSource,
  scope: Scope,
  books: Books & { lastClosedDay: number },
  nowMs: number,
  signal?: AbortSignal
): Promise<HeadlineNumbers> {
  const dayEnd = books.lastClosedDay + DAY_MS;
  const askedAt = closedDayAskedAt(books, books.lastClosedDay, nowMs);
  const days = monthDays(books.today, books.lastClosedDay);
  const answers = await askPrometheus(
    source,
    {
      cost: askAt(closedDayCost(scope), askedAt),
      calls: askAt(closedDayRequests(scope), askedAt),
      unallocated: askAt(unallocatedCost(scope), askedAt),
      unpriced: askAt(unpricedRequests(), askedAt),
      owner: askAt(owners('total'), nowMs),
      budget: askAt(totalBudget(), nowMs),
      weekBefore: askAt(weekBeforeCost(scope), dayEnd),
      month: askAt(monthCost(scope, new Date(books.today).toISOString().slice(0, 7), Math.max(days, 1)), dayEnd),
    },
    signal
  );
  return {
    day: books.lastClosedDay,
    cost: mapAnswer(answers.cost, firstValue),
    calls: mapAnswer(answers.calls, firstValue),
    weekBefore: mapAnswer(answers.weekBefore, firstValue),
    month: days === 0 ? undefined : { days, cost: mapAnswer(answers.month, firstValue) },
    owner: mapAnswer(answers.owner, readAccountable),
    budget: mapAnswer(answers.budget, firstValue),
    unallocated: mapAnswer(answers.unallocated, firstValue),
    unpriced: mapAnswer(answers.unpriced, firstValue),
  };
}
