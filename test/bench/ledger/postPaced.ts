import { setTimeout as sleep } from 'node:timers/promises';
import { createPoster } from './poster.ts';

const CONNECTIONS = 64;
const WARM_UP_MS = 2_000;

/**
 * Posts bodies at a steady rate, whether or not those before are acknowledged: what waits in front of a slow ledger is
 * seen. Answers the milliseconds to each acknowledgement; the first two seconds, while code is compiled, are left out.
 */
export async function postPaced(
  url: string,
  bodies: readonly Buffer[],
  isZipped: boolean,
  aSecond: number
): Promise<readonly number[]> {
  const poster = createPoster(url, isZipped, CONNECTIONS);
  const began = performance.now();
  const posted: Promise<number | undefined>[] = [];
  for (const [index, body] of bodies.entries()) {
    const dueMs = (index * 1_000) / aSecond;
    const waitMs = dueMs - (performance.now() - began);
    if (waitMs > 1) {
      await sleep(waitMs);
    }
    // From when it was due: a sender that falls behind may not hide it.
    const lateMs = Math.max(performance.now() - began - dueMs, 0);
    posted.push(poster.post(body).then((ms) => (dueMs < WARM_UP_MS ? undefined : ms + lateMs)));
  }
  const ackMs = (await Promise.all(posted)).filter((ms) => ms !== undefined);
  poster.end();
  return ackMs;
}
