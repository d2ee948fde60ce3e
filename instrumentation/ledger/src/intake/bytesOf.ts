import { gunzipSync } from 'node:zlib';
import { BodyTooLarge } from './bodyTooLarge.ts';
import { MalformedBody } from './malformedBody.ts';
import type { TraceBody } from './traceBody.ts';

/** Parsed JSON takes many times its text: `[[],[],…`. */
const JSON_SHARE = 0.25;

/** Times that deflate makes spans smaller, at most; what is smaller still takes more chunks. */
const MOST_DEFLATED = 32;

/** The bytes of a body, inflated. @throws MalformedBody, BodyTooLarge */
export function bytesOf(body: TraceBody, maxInflatedBytes: number): Buffer {
  const maxBytes = body.encoding === 'json' ? maxInflatedBytes * JSON_SHARE : maxInflatedBytes;
  if (body.bytes.length > maxBytes) {
    throw new BodyTooLarge(`the body is larger than ${maxBytes} bytes`);
  }
  return body.gzip
    ? inflate(body.bytes, maxBytes)
    : Buffer.from(body.bytes.buffer, body.bytes.byteOffset, body.bytes.byteLength);
}

function inflate(bytes: Uint8Array, maxOutputLength: number): Buffer {
  try {
    // Inflating here, not in the thread pool, costs a tenth for small bodies; one chunk for all of it saves a copy.
    return gunzipSync(bytes, { maxOutputLength, chunkSize: chunkFor(bytes) });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new BodyTooLarge(`the body inflates to more than ${maxOutputLength} bytes`);
    }
    throw new MalformedBody(`not gzip: ${message}`);
  }
}

/** Room for what the last four bytes say is in it, and a byte by which zlib sees the end; within bounds, for they may lie. */
function chunkFor(bytes: Uint8Array): number {
  const said = bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  return Math.max(1_024, Math.min(said + 1, bytes.length * MOST_DEFLATED, 1_048_576));
}
