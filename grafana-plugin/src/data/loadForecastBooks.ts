import { budgets } from '../queries/budgets.ts';
import { closes } from '../queries/closes.ts';
import { daysUpTo } from '../queries/daysUpTo.ts';
import { askAt, askDaily } from '../queries/question.ts';
import type { Answer } from './answer.ts';
import { askPrometheus } from './askPrometheus.ts';
import type { Books } from './books.ts';
import { firstValue } from './firstValue.ts';
import type { ForecastLabel } from './forecastLabel.ts';
import { forecastScope } from './forecastScope.ts';
import { mapAnswer } from './mapAnswer.ts';
import type { PromSource } from './promSource.ts';
import { valuesBy } from './valuesBy.ts';

const DAYS = 90;

/** What the forecast is drawn beside; each may fail alone. */
export interface ForecastBooks {
  /** USD by closed day (00:00 UTC in ms), all environments, as it closed. */
  readonly perDay: Answer<ReadonlyMap<number, number>>;
  /** USD a calendar month; undefined where nobody gave one. */
  readonly budget: Answer<number | undefined>;
}

export async function loadForecastBooks(
  source: PromSource,
  of: { readonly label: ForecastLabel; readonly name: string } | undefined,
  { lastClosedDay: last }: Books & { readonly lastClosedDay: number },
  nowMs: number,
  signal?: AbortSignal
): Promise<ForecastBooks> {
  const scope = forecastScope(of);
  const drawn = daysUpTo(last, DAYS);
  const answers = await askPrometheus(
    source,
    {
      perDay: askDaily(closes('cost', scope, { each: drawn }), drawn.firstDay, last),
      budget: askAt(budgets(of?.label ?? 'total'), nowMs),
    },
    signal
  );
  return {
    perDay: mapAnswer(
      answers.perDay,
      (series) => new Map(series.flatMap(({ points }) => points.map(({ atMs, value }) => [atMs, value] as const)))
    ),
    budget: mapAnswer(answers.budget, (series) => (of ? valuesBy(series, 'name').get(of.name) : firstValue(series))),
  };
}
