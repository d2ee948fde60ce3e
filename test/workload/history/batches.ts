/** Cuts days into batches of `size`, over the ends of days. */
export function* batches<Item>(
  days: Iterable<readonly Item[]>,
  size: number
): Generator<readonly Item[], void, undefined> {
  let waiting: Item[] = [];
  for (const items of days) {
    waiting = waiting.concat(items);
    while (waiting.length >= size) {
      yield waiting.slice(0, size);
      waiting = waiting.slice(size);
    }
  }
  if (waiting.length > 0) {
    yield waiting;
  }
}
