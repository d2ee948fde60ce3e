import type { Transform } from 'node:stream';

/** Hands over the plain bytes of a body of any size, as they pass. */
export interface BodyInflater {
  write(chunk: Uint8Array): void;
  /** Resolves when all of it was handed over; rejects where it could not be read. */
  end(): Promise<void>;
}

/** For a content encoding; undefined for one we cannot read. */
export function bodyInflater(encoding: string, onBytes: (bytes: Uint8Array) => void): BodyInflater | undefined {
  if (encoding === '' || encoding === 'identity') {
    return { write: onBytes, end: () => Promise.resolve() };
  }
  const codec = codecFor(encoding);
  if (codec === undefined) {
    return undefined;
  }
  const ended = new Promise<void>((resolve, reject) => {
    codec.on('data', onBytes).on('end', resolve).on('error', reject);
  });
  ended.catch(() => undefined);
  return {
    write: (chunk) => void (codec.destroyed || codec.write(chunk)),
    end() {
      codec.end();
      return ended;
    },
  };
}

function codecFor(encoding: string): Transform | undefined {
  const zlib = process.getBuiltinModule('node:zlib');
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
    case 'deflate':
      // A body that breaks off gives what is known.
      return zlib.createUnzip({ finishFlush: zlib.constants.Z_SYNC_FLUSH });
    case 'br':
      return zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH });
    default:
      return undefined;
  }
}
