import { MONEY_SCOPE, SPAN_SCOPE } from '@ai-finops/instrumentation/contract';
import { gunzipSync } from 'node:zlib';
import { BodyTooLarge } from './bodyTooLarge.ts';
import { MalformedBody } from './malformedBody.ts';
import type { MoneyRecord } from './moneyRecord.ts';
import { readJsonTraces } from './readJsonTraces.ts';
import { readProtobufTraces } from './readProtobufTraces.ts';
import type { SpanSink } from './readSpan.ts';
import { toMoneyRecord } from './toMoneyRecord.ts';
import type { TraceBody } from './traceBody.ts';

/** Money spans of one request; senders batch hundreds to thousands. */
const MAX_RECORDS = 100_000;
/** Parsed JSON takes many times its text: `[[],[],…`. */
const JSON_SHARE = 0.25;

export interface DecodedTraces {
  readonly records: readonly MoneyRecord[];
  readonly received: number;
  /** Spans that carry no money of ours: shown spans, and spans of other instrumentations. */
  readonly ignored: { readonly shown: number; readonly foreign: number };
  readonly invalidIds: number;
}

/**
 * Inflates and decodes a whole body before any of it is booked, so that a body is either readable to its end or
 * changes nothing.
 *
 * @throws MalformedBody, BodyTooLarge
 */
export function decodeTraces(body: TraceBody, maxInflatedBytes: number): DecodedTraces {
  const maxBytes = body.encoding === 'json' ? maxInflatedBytes * JSON_SHARE : maxInflatedBytes;
  if (body.bytes.length > maxBytes) {
    throw new BodyTooLarge(`the body is larger than ${maxBytes} bytes`);
  }
  const bytes = body.gzip
    ? inflate(body.bytes, maxBytes)
    : Buffer.from(body.bytes.buffer, body.bytes.byteOffset, body.bytes.byteLength);
  const records: MoneyRecord[] = [];
  const ignored = { shown: 0, foreign: 0 };
  let invalidIds = 0;
  const sink: SpanSink = {
    takes: (scope) => scope === MONEY_SCOPE,
    span(span) {
      const record = toMoneyRecord(span);
      if (records.length >= MAX_RECORDS) {
        throw new BodyTooLarge(`more than ${MAX_RECORDS} spans: send smaller batches`);
      }
      if (record) {
        records.push(record);
      } else {
        invalidIds += 1;
      }
    },
    passedOver(scope, spans) {
      ignored[scope === SPAN_SCOPE ? 'shown' : 'foreign'] += spans;
    },
  };
  (body.encoding === 'json' ? readJsonTraces : readProtobufTraces)(bytes, sink);
  return { records, received: records.length + invalidIds + ignored.shown + ignored.foreign, ignored, invalidIds };
}

function inflate(bytes: Uint8Array, maxOutputLength: number): Buffer {
  try {
    // Inflating here, not in the thread pool, costs a tenth for small bodies; large chunks save copies for large ones.
    return gunzipSync(bytes, { maxOutputLength, chunkSize: Math.max(16_384, Math.min(bytes.length * 8, 1_048_576)) });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new BodyTooLarge(`the body inflates to more than ${maxOutputLength} bytes`);
    }
    throw new MalformedBody(`not gzip: ${message}`);
  }
}
