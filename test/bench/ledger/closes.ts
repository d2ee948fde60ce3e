import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { seedBooks } from '../queries/seedBooks.ts';
import { startMeasuredLedger } from './measuredLedger.ts';

/** Two days of 20,000 tenants and 480 sets of labels. */
const TENANTS = 20_000;

export interface ClosesFigures {
  readonly series: number;
  readonly mebibytes: number;
  /** Closes that no ledger has written yet: days are judged, series computed and written. */
  readonly unwrittenMs: number;
  /** The first time after a later start, which was over: `/metrics` had answered. */
  readonly firstMs: number;
  /** Asked the moment that the doors of one more start were open. */
  readonly atOnceMs: number;
  readonly againMs: number;
  readonly stallMs: number;
}

/** `/metrics/closes` of many series: the first time ever, the first time after a start, and again. */
export async function closes(data: string): Promise<ClosesFigures> {
  seedBooks(data, { days: 2, tenants: TENANTS });
  const unwritten = await start(data);
  const { ms: unwrittenMs } = await unwritten.scrape();
  await unwritten.ledger.end();
  const early = await start(data);
  const { ms: atOnceMs } = await early.scrape();
  await early.ledger.end();
  const { ledger, scrape } = await start(data);
  await (await fetch(`${ledger.metrics}/metrics`)).arrayBuffer();
  const first = await scrape();
  const again = await scrape();
  const { stallMs } = await ledger.usage();
  await ledger.end();
  return {
    series: first.text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length,
    mebibytes: first.text.length / 2 ** 20,
    unwrittenMs,
    firstMs: first.ms,
    atOnceMs,
    againMs: again.ms,
    stallMs,
  };
}

async function start(data: string) {
  const ledger = await startMeasuredLedger(data);
  await ledger.usage();
  return { ledger, scrape: () => scrape(`${ledger.metrics}/metrics/closes`) };
}

/** Until the last byte is here, gzip'ed as Prometheus asks for it: to inflate and to read them is the scraper's own time. */
async function scrape(url: string) {
  const from = performance.now();
  const [response] = (await once(get(url, { headers: { 'accept-encoding': 'gzip' } }), 'response')) as [
    IncomingMessage,
  ];
  const chunks = (await response.toArray()) as Buffer[];
  const ms = performance.now() - from;
  return { ms, text: gunzipSync(Buffer.concat(chunks)).toString() };
}
