import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';

/** Streams OpenMetrics text as fast as it is taken; the intake gets its turn between the pieces. */
export async function sendExport(response: ServerResponse, pieces: AsyncIterable<string>): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/openmetrics-text; version=1.0.0; charset=utf-8' });
  await pipeline(Readable.from(yielding(pieces)), response);
}

async function* yielding(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let gathered = '';
  for await (const piece of pieces) {
    gathered += piece;
    if (piece === '' || gathered.length > 65_536) {
      if (gathered) {
        yield gathered;
      }
      gathered = '';
      await setImmediate();
    }
  }
  if (gathered) {
    yield gathered;
  }
}
