import { calibratedShare } from '../queries/calibratedShare.ts';
import type { Calibration } from '../queries/calibration.ts';
import { daysUpTo } from '../queries/daysUpTo.ts';
import { askDaily } from '../queries/question.ts';
import type { Answer } from './answer.ts';
import { askPrometheus } from './askPrometheus.ts';
import { firstValue } from './firstValue.ts';
import { forecastBills } from './forecastBills.ts';
import type { ForecastCalibration } from './forecastCalibration.ts';
import { forecastFactor } from './forecastFactor.ts';
import type { forecastName } from './forecastName.ts';
import { forecastScope } from './forecastScope.ts';
import { mapAnswer } from './mapAnswer.ts';
import type { PromSource } from './promSource.ts';

/** What a forecast is drawn beside. */
const DAYS = 90;

/**
 * How a forecast is brought to the bills. undefined: none of them says anything of it; a value of undefined: its last weeks
 * cost nothing, so there is no ratio. Rejects only when `signal` aborts it.
 */
export async function loadForecastCalibration(
  source: PromSource,
  of: ReturnType<typeof forecastName>,
  known: readonly Calibration[] | undefined,
  last: number,
  signal?: AbortSignal
): Promise<Answer<ForecastCalibration | undefined> | undefined> {
  const bills = forecastBills(of, known);
  if (!bills) {
    return undefined;
  }
  const drawn = daysUpTo(last, DAYS);
  const scope = forecastScope(of, bills);
  const answers = await askPrometheus(
    source,
    {
      factor: forecastFactor(scope, last),
      perDay: askDaily(calibratedShare(scope, { each: drawn }), drawn.firstDay, last),
    },
    signal
  );
  const { perDay } = answers;
  if (perDay.kind !== 'value') {
    return perDay;
  }
  const byDay = new Map(perDay.value.flatMap(({ points }) => points.map(({ atMs, value }) => [atMs, value] as const)));
  return mapAnswer(answers.factor, (series) => {
    const factor = firstValue(series);
    return factor === undefined ? undefined : { factor, byDay, bills };
  });
}
