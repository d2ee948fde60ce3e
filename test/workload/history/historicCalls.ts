import { callsOfDay } from './callsOfDay.ts';
import type { HistoricCall } from './historicCall.ts';
import type { Period } from './period.ts';
import { utcDay } from './utcDay.ts';

/** The calls of a period, a day at a time. */
export function* historicCalls({ anchor, from, toMs, seed }: Period): Generator<readonly HistoricCall[]> {
  for (let day = from; day.startMs <= toMs; day = utcDay(day.endMs)) {
    const calls = callsOfDay(day, anchor, seed);
    yield day.endMs <= toMs ? calls : calls.filter(({ call }) => call.endMs <= toMs);
  }
}
