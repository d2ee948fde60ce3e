import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

/** What is longer leaves in pieces of this size, with a turn for others between them. */
const PIECE_BYTES = 262_144;

/** Sends what becomes JSON; a body of bytes is JSON already, made where it took long. */
export function sendJson(response: ServerResponse, httpStatus: number, body: unknown): void {
  const bytes = ArrayBuffer.isView(body) ? asBytes(body) : Buffer.from(`${JSON.stringify(body)}\n`);
  response.writeHead(httpStatus, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
  if (bytes.length <= PIECE_BYTES) {
    response.end(bytes);
  } else {
    Readable.from(pieces(bytes)).pipe(response);
  }
}

const asBytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView) => Buffer.from(buffer, byteOffset, byteLength);

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    yield bytes.subarray(from, from + PIECE_BYTES);
    await setImmediate();
  }
}
