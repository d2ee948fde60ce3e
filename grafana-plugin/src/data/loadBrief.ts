import { closes } from '../queries/closes.ts';
import { daysUpTo } from '../queries/daysUpTo.ts';
import { dearest } from '../queries/dearest.ts';
import type { Label } from '../queries/label.ts';
import { askAt, askDaily } from '../queries/question.ts';
import { quarterForecast } from '../queries/quarterForecast.ts';
import type { Scope } from '../queries/scope.ts';
import { askPrometheus } from './askPrometheus.ts';
import type { Books } from './books.ts';
import type { Brief } from './brief.ts';
import { closedDayAskedAt } from './closedDayAskedAt.ts';
import { firstValue } from './firstValue.ts';
import { forecastBills } from './forecastBills.ts';
import { forecastFactor } from './forecastFactor.ts';
import { forecastName } from './forecastName.ts';
import { forecastScope } from './forecastScope.ts';
import { found } from './found.ts';
import { mapAnswer } from './mapAnswer.ts';
import type { PromSource } from './promSource.ts';
import { readQuarter } from './readQuarter.ts';
import { toDailyCosts } from './toDailyCosts.ts';
import { valuesBy } from './valuesBy.ts';

const DAYS = 90;
const MOST = 8;

/** The brief's tables: the last closed day by name, and 90 days by feature. Each may fail alone. */
export async function loadBrief(
  source: PromSource,
  scope: Scope,
  books: Books & { lastClosedDay: number },
  nowMs: number,
  signal?: AbortSignal
): Promise<Brief> {
  const last = books.lastClosedDay;
  const askedAt = closedDayAskedAt(books, last, nowMs);
  const day = (by: Label) => askAt(dearest(closes('cost', scope, { last }, [by]), MOST), askedAt);
  const drawn = daysUpTo(last, DAYS);
  const daily = (figure: 'cost' | 'requests') =>
    askDaily(closes(figure, scope, { each: drawn }, ['feature']), drawn.firstDay, last);
  const of = forecastName(scope);
  const bills = forecastBills(of, scope.calibration);
  const isForecast = of !== undefined || (scope.filters ?? []).length === 0;
  const answers = await askPrometheus(
    source,
    {
      feature: day('feature'),
      team: day('team'),
      tenant: day('tenant'),
      cost: daily('cost'),
      calls: daily('requests'),
      quarter: askAt(
        isForecast ? quarterForecast(of?.label ?? 'total', of?.name) : { unkept: 'not forecast for this selection' },
        nowMs
      ),
      factor: bills ? forecastFactor(forecastScope(of, bills), last) : askAt({ unkept: 'not asked' }, nowMs),
    },
    signal
  );
  const factor = firstValue(found(answers.factor));
  const named = (label: 'feature' | 'team' | 'tenant') =>
    mapAnswer(answers[label], (series) => [...valuesBy(series, label)].toSorted(([, a], [, b]) => b - a));
  const days = (answer: (typeof answers)['cost']) =>
    mapAnswer(answer, (series) => toDailyCosts(series, 'feature', last, DAYS));
  return {
    features: named('feature'),
    teams: named('team'),
    tenants: named('tenant'),
    cost: days(answers.cost),
    calls: days(answers.calls),
    quarter: mapAnswer(answers.quarter, (series) => readQuarter(series, factor)),
    isQuarterBilled: factor !== undefined,
  };
}
