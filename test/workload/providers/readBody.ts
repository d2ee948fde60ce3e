import type { IncomingMessage } from 'node:http';

const MOST_BYTES = 32 * 1024 * 1024;

/** The whole request body as text. @throws Error past 32 MiB */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      throw new Error('request body larger than 32 MiB');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
