import { parseArgs } from 'node:util';
import { readAnchor } from './readAnchor.ts';
import { storyEvents } from './storyEvents.ts';

/*
 * Records the optimizations of the demo company's story with a running ledger; what is there already stays as it is.
 *
 *   node test/workload/history/recordEvents.ts --api http://127.0.0.1:4321 --prices FILE
 *
 * --prices is the overlay that the history wrote: it dates the story.
 */
const { values } = parseArgs({ options: { api: { type: 'string' }, prices: { type: 'string' } } });
const THERE = 409;

let recorded = 0;
for (const { id, record } of storyEvents(readAnchor(values.prices ?? ''))) {
  const response = await fetch(`${values.api}/api/v1/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'create', id, record }),
  });
  if (!response.ok && response.status !== THERE) {
    throw new Error(`the ledger did not record ${id}: ${response.status} ${await response.text()}`);
  }
  recorded += response.ok ? 1 : 0;
}
console.log(`${recorded} optimizations recorded`);
