import type { HistoricCall } from './historicCall.ts';

/** Cuts days of calls into batches of `size`, over the ends of days. */
export function* batches(
  days: Iterable<readonly HistoricCall[]>,
  size: number
): Generator<readonly HistoricCall[], void, undefined> {
  let waiting: HistoricCall[] = [];
  for (const calls of days) {
    waiting = waiting.concat(calls);
    while (waiting.length >= size) {
      yield waiting.slice(0, size);
      waiting = waiting.slice(size);
    }
  }
  if (waiting.length > 0) {
    yield waiting;
  }
}
