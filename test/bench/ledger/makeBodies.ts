import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { callsOfDay } from '../../workload/history/callsOfDay.ts';
import { HistoryEncoder } from '../../workload/history/historyEncoder.ts';
import { utcDay } from '../../workload/history/utcDay.ts';

const LAST_MS = 600_000;

/** Requests of `spans` records each as services send them: calls of the demo company, of the last ten minutes, ids new. */
export function makeBodies(requests: number, spans: number, isZipped: boolean): Buffer[] {
  const now = Date.now();
  const day = utcDay(now);
  const pool = callsOfDay(day, day, 'bench');
  const encoder = new HistoryEncoder();
  let next = 0;
  return Array.from({ length: requests }, () => {
    const ids = randomBytes(24 * spans);
    const calls = Array.from({ length: spans }, (_, index) => {
      const historic = pool[next++ % pool.length];
      if (historic === undefined) {
        throw new Error('the demo company makes no calls today');
      }
      const { call } = historic;
      const startMs = now - 1000 - ((next * 7919) % LAST_MS);
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
