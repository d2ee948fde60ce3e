import type { Choice } from '../choice/choice.ts';
import type { ClosedPeriod } from '../choice/closedPeriod.ts';
import { budgets } from '../queries/budgets.ts';
import { closes } from '../queries/closes.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import { owners } from '../queries/owners.ts';
import { askAt, askDaily } from '../queries/question.ts';
import type { Filter, Scope } from '../queries/scope.ts';
import { teamsOfFeatures } from '../queries/teamsOfFeatures.ts';
import { askPrometheus } from './askPrometheus.ts';
import type { Books } from './books.ts';
import type { Breakdown } from './breakdown.ts';
import { breakdownRows } from './breakdownRows.ts';
import { closedDayAskedAt } from './closedDayAskedAt.ts';
import { found } from './found.ts';
import { headlineDay } from './headlineDay.ts';
import { mapAnswer } from './mapAnswer.ts';
import { monthDays } from './monthDays.ts';
import type { PromSource } from './promSource.ts';
import { toDailyCosts } from './toDailyCosts.ts';

/** The headline's day and the closed days of a period, by one label. */
export async function loadBreakdown(
  source: PromSource,
  scope: Scope,
  books: Books & { lastClosedDay: number },
  { by, chart }: { by: Filter['label']; chart: Choice['chart'] },
  period: ClosedPeriod,
  nowMs: number,
  signal?: AbortSignal
): Promise<Breakdown> {
  const headline = headlineDay(books, nowMs);
  const periodEnd = period.lastDay + DAY_MS;
  const daily = (figure: 'cost' | 'requests') =>
    askDaily(closes(figure, scope, { each: period }, [by]), period.firstDay, period.lastDay);
  const answers = await askPrometheus(
    source,
    {
      cost: headline.cost(scope, [by]),
      calls: headline.calls(scope, [by]),
      weekBefore: headline.weekBefore(scope, [by]),
      periodCost: askAt(closes('cost', scope, period, [by]), periodEnd),
      monthCost: askAt(
        closes('cost', scope, { days: monthDays(books.today, books.lastClosedDay), lastDay: books.lastClosedDay }, [
          by,
        ]),
        books.lastClosedDay + DAY_MS
      ),
      outcomes: askAt(
        closes('workUnits', scope, { last: books.lastClosedDay }, [by]),
        closedDayAskedAt(books, books.lastClosedDay, nowMs)
      ),
      owners: askAt(owners(by), nowMs),
      budgets: askAt(budgets(by), nowMs),
      teams: by === 'feature' ? askAt(teamsOfFeatures(scope, period), periodEnd) : askAt({ unkept: '' }, nowMs),
      perDay: daily('cost'),
      callsPerDay: chart === 'perCall' ? daily('requests') : askAt({ unkept: '' }, nowMs),
    },
    signal
  );
  const { cost, calls, weekBefore, periodCost, monthCost } = answers;
  const perDay = (answer: (typeof answers)['perDay']) =>
    mapAnswer(answer, (series) => toDailyCosts(series, by, period.lastDay, period.days));
  return {
    by,
    period,
    answers: Object.values(answers),
    asked: {
      calls: calls.question,
      weekBefore: weekBefore.question,
      periodCost: periodCost.question,
      monthCost: monthCost.question,
      budgets: answers.budgets.question,
      outcomes: answers.outcomes.question,
    },
    rows: mapAnswer(cost, (series) =>
      breakdownRows(by, {
        cost: series,
        calls: found(calls),
        weekBefore: found(weekBefore),
        periodCost: found(periodCost),
        monthCost: monthDays(books.today, books.lastClosedDay) === 0 ? [] : found(monthCost),
        teams: found(answers.teams),
        owners: found(answers.owners),
        budgets: found(answers.budgets),
        // A provisional day has no outcomes yet: those at hand are of the day before.
        outcomes: headline.state === 'closing' ? [] : found(answers.outcomes),
      })
    ),
    perDay: perDay(answers.perDay),
    callsPerDay: chart === 'perCall' ? perDay(answers.callsPerDay) : undefined,
  };
}
