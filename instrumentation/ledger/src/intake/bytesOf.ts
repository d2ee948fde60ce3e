import { gunzipSync } from 'node:zlib';
import { BodyTooLarge } from './bodyTooLarge.ts';
import { MalformedBody } from './malformedBody.ts';
import type { TraceBody } from './traceBody.ts';

/** Parsed JSON takes many times its text: `[[],[],…`. */
const JSON_SHARE = 0.25;

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
