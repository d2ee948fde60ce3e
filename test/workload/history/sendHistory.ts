import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { postOtlp } from '../../../instrumentation/library/src/export/postOtlp.ts';
import { batches } from './batches.ts';
import { deliver } from './deliver.ts';
import type { HistoricItem } from './historicItem.ts';
import { HistoryEncoder } from './historyEncoder.ts';

const compress = promisify(gzip);
const BATCH = 2000;
const IN_FLIGHT = 4;

export interface SendOptions {
  /** Base URL of the OTLP intake: `http://127.0.0.1:4318`. */
  readonly endpoint: string;
  readonly days: Iterable<readonly HistoricItem[]>;
  /** Told after every batch how many records have arrived so far. */
  readonly onProgress?: (sent: number) => void;
}

/**
 * Sends calls, and what they produced, as records through the ledger's own door: batches of 2,000, four under way.
 *
 * @returns how many were sent, and how many of them the ledger rejected and why
 * @throws Error where the ledger cannot be reached or refuses
 */
export async function sendHistory(options: SendOptions): Promise<{ sent: number; rejected: number; message: string }> {
  const { endpoint, days, onProgress } = options;
  const url = new URL('/v1/traces', endpoint);
  const encoder = new HistoryEncoder();
  const queue = batches(days, BATCH);
  const result = { sent: 0, rejected: 0, message: '' };
  const stop = new AbortController();
  const lane = async (): Promise<void> => {
    const post = postOtlp(url, {}, 60_000);
    for (const items of queue) {
      const body = await compress(encoder.encode(items), { level: 1 });
      const { rejected, message } = await deliver(post, body, stop.signal);
      result.sent += items.length;
      result.rejected += rejected;
      result.message ||= message;
      onProgress?.(result.sent);
    }
  };
  // The library's connections never keep a process alive; here there is nothing else to do.
  const alive = setInterval(() => undefined, 1000);
  try {
    await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  } finally {
    // Where one lane failed the others need not try on.
    stop.abort();
    clearInterval(alive);
  }
  return result;
}
