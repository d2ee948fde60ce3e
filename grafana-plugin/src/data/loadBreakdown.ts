import { closedDayCost } from '../queries/closedDayCost.ts';
import { closedDayRequests } from '../queries/closedDayRequests.ts';
import { costOfDays } from '../queries/costOfDays.ts';
import { costPerDay } from '../queries/costPerDay.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import type { Dimension } from '../queries/dimension.ts';
import { owners } from '../queries/owners.ts';
import { askAt, askDaily } from '../queries/question.ts';
import type { Scope } from '../queries/scope.ts';
import { teamsOfFeatures } from '../queries/teamsOfFeatures.ts';
import { weekBeforeCost } from '../queries/weekBeforeCost.ts';
import type { Answer } from './answer.ts';
import { askPrometheus } from './askPrometheus.ts';
import type { Books } from './books.ts';
import type { Breakdown } from './breakdown.ts';
import { breakdownRows } from './breakdownRows.ts';
import { closedDayAskedAt } from './closedDayAskedAt.ts';
import { mapAnswer } from './mapAnswer.ts';
import type { PromSource } from './promSource.ts';
import type { Series } from './series.ts';
import { toDailyCosts } from './toDailyCosts.ts';

/** The last closed day and the `days` closed days that end with it, by one dimension. */
export async function loadBreakdown(
  source: PromSource,
  scope: Scope,
  books: Books & { lastClosedDay: number },
  dimension: Dimension,
  days: number,
  nowMs: number,
  signal?: AbortSignal
): Promise<Breakdown> {
  const { lastClosedDay } = books;
  const dayEnd = lastClosedDay + DAY_MS;
  const askedAt = closedDayAskedAt(books, lastClosedDay, nowMs);
  const answers = await askPrometheus(
    source,
    {
      cost: askAt(closedDayCost(scope, dimension), askedAt),
      calls: askAt(closedDayRequests(scope, dimension), askedAt),
      weekBefore: askAt(weekBeforeCost(scope, dimension), dayEnd),
      periodCost: askAt(costOfDays(scope, days, dimension), dayEnd),
      owners: askAt(owners(dimension), nowMs),
      teams: askAt(teamsOfFeatures(scope, days), dayEnd),
      perDay: askDaily(costPerDay(scope, dimension), lastClosedDay - (days - 1) * DAY_MS, lastClosedDay),
    },
    signal
  );
  const { cost, calls, weekBefore, periodCost, teams } = answers;
  return {
    dimension,
    days,
    failures: Object.values(answers).flatMap((answer) => (answer.kind === 'failed' ? [answer.words] : [])),
    asked: { calls: calls.question, weekBefore: weekBefore.question, periodCost: periodCost.question },
    rows: mapAnswer(cost, (series) =>
      breakdownRows(dimension, {
        cost: series,
        calls: found(calls),
        weekBefore: found(weekBefore),
        periodCost: found(periodCost),
        teams: found(teams),
        owners: found(answers.owners),
      })
    ),
    perDay: mapAnswer(answers.perDay, (series) => toDailyCosts(series, dimension, lastClosedDay, days)),
  };
}

/** A column that failed is empty; the page says so from `failures`. */
const found = (answer: Answer<Series[]>): Series[] => (answer.kind === 'value' ? answer.value : []);
