import { seedBooks } from '../queries/seedBooks.ts';
import { startMeasuredLedger } from './measuredLedger.ts';

/** Two days of 20,000 tenants and 480 sets of labels. */
const TENANTS = 20_000;

export interface ClosesFigures {
  readonly series: number;
  readonly mebibytes: number;
  /** Closes that no ledger has written yet: days are judged, series computed and written. */
  readonly unwrittenMs: number;
  /** The first time after a later start. */
  readonly firstMs: number;
  readonly againMs: number;
  readonly stallMs: number;
}

/** `/metrics/closes` of many series: the first time ever, the first time after a start, and again. */
export async function closes(data: string): Promise<ClosesFigures> {
  seedBooks(data, { days: 2, tenants: TENANTS });
  const unwritten = await start(data);
  const { ms: unwrittenMs } = await unwritten.scrape();
  await unwritten.ledger.end();
  const { ledger, scrape } = await start(data);
  const first = await scrape();
  const again = await scrape();
  const { stallMs } = await ledger.usage();
  await ledger.end();
  return {
    series: first.text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length,
    mebibytes: first.text.length / 2 ** 20,
    unwrittenMs,
    firstMs: first.ms,
    againMs: again.ms,
    stallMs,
  };
}

async function start(data: string) {
  const ledger = await startMeasuredLedger(data);
  await ledger.usage();
  const scrape = async () => {
    const from = performance.now();
    const text = await (await fetch(`${ledger.metrics}/metrics/closes`)).text();
    return { ms: performance.now() - from, text };
  };
  return { ledger, scrape };
}
