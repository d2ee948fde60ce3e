import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createPriceBook, parsePriceOverlay } from '@ai-finops/instrumentation/pricing';
import { DemoBill } from './demoBill.ts';
import type { HistoricItem } from './historicItem.ts';
import { historicItems } from './historicItems.ts';
import { priceOverlayJson } from './priceOverlayJson.ts';
import { readAnchor } from './readAnchor.ts';
import { readInstant } from './readInstant.ts';
import { sendHistory } from './sendHistory.ts';
import { Totals } from './totals.ts';
import { utcDay } from './utcDay.ts';

/*
 * Seeds a ledger with the demo company's history.
 *
 *   node test/workload/history/main.ts --endpoint http://127.0.0.1:4318 [--from DAY] [--to DAY|INSTANT] [--anchor DAY]
 *     [--days 120] [--seed 1] [--prices-out FILE] [--prices-only]
 *     [--bill-out FILE]
 *
 * --prices-out writes the price overlay (the contract) for the ledger, unless it is there: then it stays as it is, and
 * the story goes on from where its contract says it is. So a restart that gives the same file and --from the first
 * missing day continues the same story. With --prices-only nothing is sent.
 * --bill-out writes what the providers would bill for the months before this one, as FOCUS CSV.
 * --anchor is the last day of the story; its events are counted back from there. Default: what the prices file says,
 * else the day of --to. --from: default the story's first day. --to: default now.
 */
const { values } = parseArgs({
  options: {
    endpoint: { type: 'string', default: 'http://127.0.0.1:4318' },
    from: { type: 'string' },
    to: { type: 'string' },
    anchor: { type: 'string' },
    days: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    'prices-out': { type: 'string' },
    'prices-only': { type: 'boolean', default: false },
    'bill-out': { type: 'string' },
  },
});

const toMs = values.to === undefined ? Date.now() : readInstant(values.to, 'end');
const prices = values['prices-out'];
const told = prices !== undefined && existsSync(prices) ? readAnchor(prices) : undefined;
const anchor = values.anchor === undefined ? (told ?? utcDay(toMs)) : utcDay(readInstant(values.anchor, 'start'));
const from = utcDay(
  values.from === undefined
    ? anchor.startMs - (Number(values.days) - 1) * 86_400_000
    : readInstant(values.from, 'start')
);
const overlay = priceOverlayJson(anchor);
if (prices !== undefined && told === undefined) {
  writeFileSync(prices, `${JSON.stringify(overlay, null, 2)}\n`);
}

if (!values['prices-only']) {
  const started = performance.now();
  const book = createPriceBook(parsePriceOverlay(overlay));
  const totals = new Totals(book);
  const bill = new DemoBill(book, utcDay(toMs).name.slice(0, 7));
  let days = 0;
  let work = 0;
  const counted = function* (): Generator<readonly HistoricItem[]> {
    for (const items of historicItems({ anchor, from, toMs, seed: values.seed })) {
      days += 1;
      for (const item of items) {
        if ('call' in item) {
          totals.add(item);
          bill.add(item);
        } else {
          work += 1;
        }
      }
      yield items;
    }
  };
  let shownAt = started;
  const result = await sendHistory({
    endpoint: values.endpoint,
    days: counted(),
    onProgress: (sent) => {
      if (performance.now() - shownAt > 2000) {
        shownAt = performance.now();
        console.error(`history ${sent} records sent`);
      }
    },
  });
  if (values['bill-out'] !== undefined && bill.hasLines) {
    writeFileSync(values['bill-out'], bill.csv());
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `history ${totals.calls} calls, ${days} days (${from.name} to ${utcDay(toMs).name}), ` +
      `$${(Number(totals.nanoUsd) / 1e9).toFixed(2)}, ${totals.unpriced} unpriced, ${totals.usageUnknown} of unknown usage, ` +
      `${work} outcomes and judgements, ` +
      `in ${seconds.toFixed(1)} s`
  );
  if (result.rejected > 0) {
    console.error(`history: the ledger rejected ${result.rejected} records: ${result.message}`);
    process.exitCode = 1;
  }
}
