import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createPriceBook, parsePriceOverlay } from '@ai-finops/instrumentation/pricing';
import { addCall, emptyTotals } from './expectedTotals.ts';
import type { HistoricCall } from './historicCall.ts';
import { historicCalls } from './historicCalls.ts';
import { priceOverlayJson } from './priceOverlayJson.ts';
import { readInstant } from './readInstant.ts';
import { sendHistory } from './sendHistory.ts';
import { utcDay } from './utcDay.ts';

/*
 * Seeds a ledger with the demo company's history.
 *
 *   node test/workload/history/main.ts --endpoint http://127.0.0.1:4318 [--from DAY] [--to DAY|INSTANT] [--anchor DAY]
 *     [--days 120] [--seed 1] [--prices-out FILE] [--prices-only]
 *
 * --anchor is the last day of the story (default: the day of --to); its events are counted back from there. To go on
 * with a story at a restart give the anchor of the first time (the first day in the books + days − 1), and --from the
 * first day that is missing. --from: default the story's first day. --to: default now. --prices-out writes the price
 * overlay (the contract) for the ledger; with --prices-only nothing is sent.
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
  },
});

const toMs = values.to === undefined ? Date.now() : readInstant(values.to, 'end');
const anchor = utcDay(values.anchor === undefined ? toMs : readInstant(values.anchor, 'start'));
const from = utcDay(
  values.from === undefined
    ? anchor.startMs - (Number(values.days) - 1) * 86_400_000
    : readInstant(values.from, 'start')
);
const overlay = priceOverlayJson(anchor);
if (values['prices-out'] !== undefined) {
  writeFileSync(values['prices-out'], `${JSON.stringify(overlay, null, 2)}\n`);
}

if (!values['prices-only']) {
  const started = performance.now();
  const totals = emptyTotals();
  const book = createPriceBook(parsePriceOverlay(overlay));
  let days = 0;
  const counted = function* (): Generator<readonly HistoricCall[]> {
    for (const calls of historicCalls({ anchor, from, toMs, seed: values.seed })) {
      days += 1;
      for (const call of calls) {
        addCall(totals, call, book);
      }
      yield calls;
    }
  };
  let shownAt = started;
  const result = await sendHistory({
    endpoint: values.endpoint,
    days: counted(),
    onProgress: (sent) => {
      if (performance.now() - shownAt > 2000) {
        shownAt = performance.now();
        console.error(`history ${sent} calls sent`);
      }
    },
  });
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `history ${totals.calls} calls, ${days} days (${from.name} to ${utcDay(toMs).name}), ` +
      `$${(Number(totals.nanoUsd) / 1e9).toFixed(2)}, ${totals.unpriced} unpriced, ${totals.usageUnknown} of unknown usage, ` +
      `in ${seconds.toFixed(1)} s`
  );
  if (result.rejected > 0) {
    console.error(`history: the ledger rejected ${result.rejected} calls: ${result.message}`);
    process.exitCode = 1;
  }
}
