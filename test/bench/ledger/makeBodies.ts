import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { callsOfDay } from '../../workload/history/callsOfDay.ts';
import { HistoryEncoder } from '../../workload/history/historyEncoder.ts';
import { utcDay } from '../../workload/history/utcDay.ts';

export interface BodyPlan {
  readonly requests: number;
  /** Records in each. */
  readonly spans: number;
  readonly isZipped: boolean;
  /** How far calls are out of order: records leave when a call ends, a second or several after the one before. */
  readonly disorderMs: number;
}

const now = Date.now();
const day = utcDay(now);
const pool = callsOfDay(day, day, 'bench');
let next = 0;

/** Requests as services send them: calls of the demo company with new ids, each body a little later than the one before. */
export function makeBodies({ requests, spans, isZipped, disorderMs }: BodyPlan): Buffer[] {
  const encoder = new HistoryEncoder();
  return Array.from({ length: requests }, () => {
    const ids = randomBytes(24 * spans);
    const calls = Array.from({ length: spans }, (_, index) => {
      const historic = pool[next++ % pool.length];
      if (historic === undefined) {
        throw new Error('the demo company makes no calls today');
      }
      const { call } = historic;
      // The books' clock: 20 calls a millisecond, so that none is ahead of this machine's.
      const startMs = now - 3_600_000 + Math.floor(next / 20) - ((next * 7919) % disorderMs);
      const id = ids.toString('hex', 24 * index, 24 * index + 24);
      return {
        ...historic,
        call: { ...call, startMs, endMs: startMs + call.endMs - call.startMs },
        ids: { traceId: id.slice(0, 32), spanId: id.slice(32), parentSpanId: undefined },
      };
    });
    const body = encoder.encode(calls);
    return isZipped ? gzipSync(body, { level: 1 }) : body;
  });
}
