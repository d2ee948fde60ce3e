import { billVariance } from '../queries/billVariance.ts';
import { budgets } from '../queries/budgets.ts';
import { closes } from '../queries/closes.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import { monthCost } from '../queries/monthCost.ts';
import { otherCost } from '../queries/otherCost.ts';
import { owners } from '../queries/owners.ts';
import { askAt } from '../queries/question.ts';
import type { Scope } from '../queries/scope.ts';
import { unallocatedCost } from '../queries/unallocatedCost.ts';
import { unpricedRequests } from '../queries/unpricedRequests.ts';
import { askPrometheus } from './askPrometheus.ts';
import type { Books } from './books.ts';
import { closedDayAskedAt } from './closedDayAskedAt.ts';
import { firstValue } from './firstValue.ts';
import { headlineDay } from './headlineDay.ts';
import type { HeadlineNumbers } from './headlineNumbers.ts';
import { mapAnswer } from './mapAnswer.ts';
import { monthDays } from './monthDays.ts';
import type { PromSource } from './promSource.ts';
import { readAccountable } from './readAccountable.ts';
import { readBillTrust } from './readBillTrust.ts';
import { soleFilter } from './soleFilter.ts';
import { valuesBy } from './valuesBy.ts';

/** The figures at the top of the Overview; each may fail alone. */
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
  const headline = headlineDay(books, nowMs);
  const sole = soleFilter(scope);
  const environment = { environment: scope.environment, calibration: scope.calibration };
  const answers = await askPrometheus(
    source,
    {
      cost: headline.cost(scope),
      calls: headline.calls(scope),
      weekBefore: headline.weekBefore(scope),
      unallocated: askAt(unallocatedCost(environment, books.lastClosedDay), askedAt),
      allCost: askAt(closes('cost', environment, { last: books.lastClosedDay }), askedAt),
      unpriced: askAt(unpricedRequests(), askedAt),
      otherCost: askAt(otherCost(), askedAt),
      bill: askAt(billVariance(), nowMs),
      owner: askAt(owners(sole?.label ?? 'total'), nowMs),
      budget: askAt(budgets(sole?.label ?? 'total'), nowMs),
      month: askAt(
        monthCost(scope, new Date(books.today).toISOString().slice(0, 7), Math.max(days, 1), books.lastClosedDay),
        dayEnd
      ),
    },
    signal
  );
  const isAll = (scope.filters ?? []).length === 0;
  return {
    day: headline.day,
    state: headline.state,
    cost: mapAnswer(answers.cost, firstValue),
    calls: mapAnswer(answers.calls, firstValue),
    weekBefore: mapAnswer(answers.weekBefore, firstValue),
    month: days === 0 ? undefined : { days, cost: mapAnswer(answers.month, firstValue) },
    owner: mapAnswer(answers.owner, (series) => readAccountable(series, isAll ? undefined : sole)),
    budget: mapAnswer(answers.budget, (series) =>
      isAll ? firstValue(series) : sole && valuesBy(series, 'name').get(sole.value)
    ),
    unallocated: mapAnswer(answers.unallocated, firstValue),
    allCost: mapAnswer(answers.allCost, firstValue),
    unpriced: mapAnswer(answers.unpriced, firstValue),
    bill: mapAnswer(answers.bill, readBillTrust),
    otherCost: mapAnswer(answers.otherCost, (series) => valuesBy(series, 'line')),
  };
}
