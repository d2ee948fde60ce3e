import type { Readable } from 'node:stream';
import { guarded } from '../guarded.ts';

/**
 * Sees the chunks of a stream as the transport brings them, by shadowing `push` on this one object: nothing is read, no
 * listener is added, so the application's flow and backpressure stay as they are. `onChunk` gets null where the transport
 * says the end.
 */
export function observeBody(stream: Readable, onChunk: (chunk: Uint8Array | null) => void): void {
  const seen = guarded(onChunk);
  const { push } = stream;
  stream.push = function (this: Readable, chunk: unknown, encoding?: BufferEncoding) {
    if (chunk === null || chunk instanceof Uint8Array) {
      seen(chunk);
    }
    return push.call(this, chunk, encoding);
  };
}
