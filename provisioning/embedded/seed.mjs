import { existsSync } from 'node:fs';
import path from 'node:path';
import { at } from './at.mjs';
import { node } from './install.mjs';
import { listDays } from './listDays.mjs';
import { runQuietly } from './runQuietly.mjs';
import { root } from './settings.mjs';

const DAY_MS = 86_400_000;
const generator = path.join(root, 'test/workload/history/main.ts');
const ledger = path.join(root, 'instrumentation/ledger/dist/cli/main.js');

/** The demo's contract prices, which the ledger needs before its first row. */
export const pricesFile = (data) => path.join(data, 'prices.json');

/** Writes them, unless an earlier start did: they date the story that the history goes on telling. */
export async function writePrices({ data }) {
  await runQuietly(node, [generator, '--prices-out', pricesFile(data), '--prices-only']);
}

/**
 * Sends the days of history the books do not have yet through the ledger's OTLP door, then closes them; with the first,
 * the bills of the months before this one are imported.
 * Returns the generator's summary, or undefined where nothing was missing.
 */
export async function seed({ data, ports, seedDays }, now = Date.now()) {
  const api = at(ports.api);
  const days = await listDays(ports);
  const today = toDay(now);
  const last = days.findLast(({ requests }) => requests !== '0')?.day;
  const first = last === undefined ? now - seedDays * DAY_MS : Date.parse(last) + DAY_MS;
  if (seedDays === 0 || toDay(first) > today) {
    return undefined;
  }
  // Past any Collector: the days are closed right after.
  const endpoint = at(ports.intake);
  const span = ['--from', toDay(first), '--to', new Date(now).toISOString(), '--prices-out', pricesFile(data)];
  const bill = path.join(data, 'bill.csv');
  const printed = await runQuietly(node, [generator, '--endpoint', endpoint, ...span, '--bill-out', bill]);
  // Before the days close: the ledger then looks at bills, too.
  if (last === undefined && existsSync(bill)) {
    await runQuietly(node, [ledger, 'bills', 'import', bill, '--data', path.join(data, 'ledger')]);
  }
  await runQuietly(node, [ledger, 'ledger', 'close', '--through', toDay(now - DAY_MS), '--api', api]);
  return printed.trim().split('\n').at(-1);
}

/** Records what people of the story tried, decided and held, once. Returns how many, in words; undefined without history. */
export async function recordStory({ data, ports, seedDays }) {
  const script = path.join(root, 'test/workload/history/recordStory.ts');
  const options = ['--api', at(ports.api), '--prices', pricesFile(data)];
  return seedDays === 0 ? undefined : (await runQuietly(node, [script, ...options])).trim();
}

function toDay(ms) {
  return new Date(ms).toISOString().slice(0, 10);
}
