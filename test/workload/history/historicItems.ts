import { callsOfDay } from './callsOfDay.ts';
import type { HistoricItem } from './historicItem.ts';
import type { Period } from './period.ts';
import { utcDay } from './utcDay.ts';
import { workOfDay } from './workOfDay.ts';

/** The calls of a period and what they produced, a day at a time. */
export function* historicItems({ anchor, from, toMs, seed }: Period): Generator<readonly HistoricItem[]> {
  for (let day = from; day.startMs <= toMs; day = utcDay(day.endMs)) {
    const calls = callsOfDay(day, anchor, seed);
    const ended = day.endMs <= toMs ? calls : calls.filter(({ call }) => call.endMs <= toMs);
    yield [...ended, ...workOfDay(calls, day, anchor, seed, toMs)];
  }
}
