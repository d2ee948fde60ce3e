import { BodyTooLarge } from './bodyTooLarge.ts';
import { bytesOf } from './bytesOf.ts';
import type { DecodedTraces } from './decodeTraces.ts';
import { readJsonMetrics } from './readJsonMetrics.ts';
import type { PointSink } from './readPoint.ts';
import { readProtobufMetrics } from './readProtobufMetrics.ts';
import type { TokenPoint } from './tokenPoint.ts';
import { toTokenPoint } from './toTokenPoint.ts';
import type { TraceBody } from './traceBody.ts';

/** Points of one request; Claude Code sends dozens. */
const MAX_POINTS = 2_000;
const TOKENS = 'claude_code.token.usage';

/**
 * Inflates and decodes a whole body of metrics before any of it is booked. Only counts of tokens are read; everything
 * else, a cost somebody estimated too, is passed over.
 *
 * @throws MalformedBody, BodyTooLarge
 */
export function decodeMetrics(body: TraceBody, maxInflatedBytes: number): DecodedTraces {
  const bytes = bytesOf(body, maxInflatedBytes);
  const points: TokenPoint[] = [];
  const ignored = { shown: 0, foreign: 0, superseded: 0 };
  const invalid = { invalid_ids: 0, invalid_work: 0, invalid_points: 0 };
  const sink: PointSink = {
    isWanted: (metric) => metric === TOKENS,
    take(point) {
      const read = toTokenPoint(point);
      if (read === 'invalid_points') {
        invalid[read] += 1;
      } else if (points.length >= MAX_POINTS) {
        throw new BodyTooLarge(`more than ${MAX_POINTS} data points: send smaller batches`);
      } else {
        points.push(read);
      }
    },
    passedOver: (count) => (ignored.foreign += count),
  };
  (body.encoding === 'json' ? readJsonMetrics : readProtobufMetrics)(bytes, sink);
  const received = points.length + ignored.foreign + invalid.invalid_points;
  return { records: [], work: [], foreign: [], points, received, ignored, invalid };
}
