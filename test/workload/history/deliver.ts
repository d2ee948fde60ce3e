import { setTimeout as sleep } from 'node:timers/promises';
import type { Post } from '../../../instrumentation/library/src/export/postOtlp.ts';

/** Gives up when the receiver has taken nothing for so long. */
const PATIENCE_MS = 60_000;

/**
 * Delivers one request, as often as it takes, waiting as long as the receiver asks.
 *
 * @returns spans the receiver did not want, and why
 * @throws Error where it refuses the request, or for a minute does not take it, or `signal` aborts
 */
export async function deliver(
  post: Post,
  body: Buffer,
  signal: AbortSignal
): Promise<{ rejected: number; message: string }> {
  const started = performance.now();
  for (let attempt = 1; ; attempt++) {
    const result = await post(body);
    if (result.kind === 'accepted') {
      return result.partial;
    }
    if (result.kind === 'refused' || performance.now() - started > PATIENCE_MS) {
      throw new Error(`the ledger does not take the history: ${result.reason}`);
    }
    await sleep(result.afterMs ?? Math.min(2000, 100 * 2 ** attempt), undefined, { signal });
  }
}
