import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readAnchor } from './readAnchor.ts';
import { storyDecisions } from './storyDecisions.ts';
import { storyEvents } from './storyEvents.ts';
import type { StoryRecord } from './storyRecord.ts';
import { storyReviews } from './storyReviews.ts';

/*
 * Records what people of the demo company decided, held and tried with a running ledger; what is there already stays as
 * it is.
 *
 *   node test/workload/history/recordStory.ts --api http://127.0.0.1:4321 --prices FILE
 *
 * --prices is the overlay that the history wrote: it dates the story. AI_FINOPS_API_TOKEN_FILE has the token where the
 * ledger asks for one.
 */
const { values } = parseArgs({ options: { api: { type: 'string' }, prices: { type: 'string' } } });
const THERE = 409;
const tokenFile = process.env['AI_FINOPS_API_TOKEN_FILE'];
const headers = {
  'content-type': 'application/json',
  ...(tokenFile && { authorization: `Bearer ${readFileSync(tokenFile, 'utf8').trim()}` }),
};

async function change(
  kind: string,
  body: { readonly action: string; readonly id?: string; readonly record?: object; readonly version?: number }
) {
  const response = await fetch(`${values.api}/api/v1/${kind}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok && response.status !== THERE) {
    throw new Error(`the ledger did not take ${JSON.stringify(body)}: ${response.status} ${await response.text()}`);
  }
  return response.ok;
}

/** How many are new. A review's id is its week. */
async function record(kind: string, records: readonly StoryRecord[]): Promise<number> {
  let recorded = 0;
  for (const { id, isDone, record } of records) {
    if (await change(kind, { action: 'create', record, ...(!('week' in record) && { id }) })) {
      recorded += 1;
      if (isDone) {
        await change(kind, { action: 'close', id, version: 1 });
      }
    }
  }
  return recorded;
}

const anchor = readAnchor(values.prices ?? '');
const events = await record('events', storyEvents(anchor));
const decisions = await record('decisions', storyDecisions(anchor));
const reviews = await record('reviews', storyReviews(anchor));
console.log(`${events} optimizations, ${decisions} decisions, ${reviews} reviews recorded`);
