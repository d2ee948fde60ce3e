import { closedDays } from '../queries/closedDays.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import { environments } from '../queries/environments.ts';
import { askAt, askDaily } from '../queries/question.ts';
import { monthCalibration } from '../queries/monthCalibration.ts';
import { providerCalibration } from '../queries/providerCalibration.ts';
import { startOfDay } from '../queries/startOfDay.ts';
import { askPrometheus } from './askPrometheus.ts';
import type { Books } from './books.ts';
import { mapAnswer } from './mapAnswer.ts';
import type { PromSource } from './promSource.ts';
import { readCalibration } from './readCalibration.ts';

/** Finds out which days are closed and which environments there are. Rejects with the server's words. */
export async function loadBooks(source: PromSource, nowMs: number, signal?: AbortSignal): Promise<Books> {
  const today = startOfDay(nowMs);
  const answers = await askPrometheus(
    source,
    {
      closed: askDaily(closedDays(), today - 100 * DAY_MS, today - DAY_MS),
      environments: askAt(environments(), nowMs),
      calibration: askAt(providerCalibration(), nowMs),
      months: askAt(monthCalibration(), nowMs),
    },
    signal
  );
  if (answers.closed.kind !== 'value') {
    throw new Error(answers.closed.words);
  }
  if (answers.environments.kind !== 'value') {
    throw new Error(answers.environments.words);
  }
  const { calibration, months } = answers;
  const days = answers.closed.value.flatMap(({ points }) => points.map(({ atMs }) => atMs));
  return {
    today,
    closedDays: days,
    lastClosedDay: days.at(-1),
    calibration:
      months.kind === 'value' ? mapAnswer(calibration, (newest) => readCalibration(newest, months.value)) : months,
    environments: answers.environments.value.flatMap(({ labels }) => labels['environment'] ?? []).toSorted(),
  };
}
