import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';

const COMPRESS = { gzip: gzipSync, br: brotliCompressSync, zstd: zstdCompressSync };

/** Sends a JSON body, compressed when an encoding is given. */
export function sendJson(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: unknown,
  encoding: 'identity' | keyof typeof COMPRESS = 'identity'
): void {
  const plain = Buffer.from(JSON.stringify(body));
  const bytes = encoding === 'identity' ? plain : COMPRESS[encoding](plain);
  response.writeHead(status, {
    'content-type': 'application/json',
    ...headers,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    'content-length': bytes.length,
  });
  response.end(bytes);
}
