import { seedBooks } from '../queries/seedBooks.ts';
import { startMeasuredLedger } from './measuredLedger.ts';

/** Two days of 20,000 tenants and 480 sets of labels. */
const TENANTS = 20_000;

export interface ClosesFigures {
  readonly series: number;
  readonly mebibytes: number;
  readonly firstMs: number;
  readonly againMs: number;
  readonly stallMs: number;
}

/** `/metrics/closes` of many series: the first time after a start, and again. */
export async function closes(data: string): Promise<ClosesFigures> {
  seedBooks(data, { days: 2, tenants: TENANTS });
  const ledger = await startMeasuredLedger(data);
  await ledger.usage();
  const scrape = async () => {
    const from = performance.now();
    const text = await (await fetch(`${ledger.metrics}/metrics/closes`)).text();
    return { ms: performance.now() - from, text };
  };
  const first = await scrape();
  const again = await scrape();
  const { stallMs } = await ledger.usage();
  await ledger.end();
  return {
    series: first.text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length,
    mebibytes: first.text.length / 2 ** 20,
    firstMs: first.ms,
    againMs: again.ms,
    stallMs,
  };
}
