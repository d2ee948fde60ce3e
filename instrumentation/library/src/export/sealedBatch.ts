import { promisify } from 'node:util';
import type { Envelope } from './encodeEnvelope.ts';

/** Loaded with the first batch. */
let compress: ((raw: Uint8Array, options: { level: number }) => Promise<Buffer>) | undefined;

/** Records ready to be sent. */
export interface SealedBatch {
  readonly records: number;
  /** Bytes held: the raw ones until they are compressed. */
  bytes: number;
  /** The gzip'ed request. */
  readonly body: Promise<Buffer>;
}

/** Wraps encoded records into a request and compresses it in the thread pool: to a tenth, so a queue holds ten times more. */
export function sealBatch(spans: Uint8Array, records: number, envelope: Envelope, onShrunk: () => void): SealedBatch {
  const raw = envelope(spans);
  compress ??= promisify<Uint8Array, { level: number }, Buffer>(process.getBuiltinModule('node:zlib').gzip);
  const batch: SealedBatch = {
    records,
    bytes: raw.length,
    // Level 1: within 5 % of level 6 on records, at half the time.
    body: compress(raw, { level: 1 }).then((body) => {
      batch.bytes = body.length;
      onShrunk();
      return body;
    }),
  };
  return batch;
}
