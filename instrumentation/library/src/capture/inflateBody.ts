import * as zlib from 'node:zlib';
import { promisify } from 'node:util';

interface Codec {
  readonly sync: (body: Buffer, options: { maxOutputLength: number; finishFlush: number }) => Buffer;
  readonly later: (body: Buffer, options: { maxOutputLength: number; finishFlush: number }) => Promise<Buffer>;
  /** An aborted body ends in mid-stream: flushing instead of finishing gives what is known, and no error. */
  readonly finishFlush: number;
}

const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush } = zlib.constants;
const gzip: Codec = { sync: zlib.gunzipSync, later: promisify(zlib.gunzip), finishFlush: Z_SYNC_FLUSH };
const deflate: Codec = { sync: zlib.inflateSync, later: promisify(zlib.inflate), finishFlush: Z_SYNC_FLUSH };
const rawDeflate: Codec = { sync: zlib.inflateRawSync, later: promisify(zlib.inflateRaw), finishFlush: Z_SYNC_FLUSH };
const br: Codec = {
  sync: zlib.brotliDecompressSync,
  later: promisify(zlib.brotliDecompress),
  finishFlush: BROTLI_OPERATION_FLUSH,
};

/** Above these the work leaves the application's thread: bytes compressed, bytes inflated. */
const MAX_SYNC_COMPRESSED = 64 * 1024;
const MAX_SYNC_INFLATED = 1024 * 1024;

export type Inflated = Buffer | 'too_large' | 'unreadable';

/** The plain bytes of `body`, at once where it is small, else later; at most `maxLength` of them. Never throws. */
export function inflateBody(body: Buffer, encoding: string, maxLength: number): Inflated | Promise<Inflated> {
  const codec = codecFor(encoding, body);
  if (codec === undefined) {
    return 'unreadable';
  }
  const { finishFlush } = codec;
  if (body.length <= MAX_SYNC_COMPRESSED) {
    const maxOutputLength = Math.min(MAX_SYNC_INFLATED, maxLength);
    try {
      return codec.sync(body, { maxOutputLength, finishFlush });
    } catch (error) {
      if (problem(error) === 'unreadable' || maxOutputLength === maxLength) {
        return problem(error);
      }
    }
  }
  return codec.later(body, { maxOutputLength: maxLength, finishFlush }).catch(problem);
}

function codecFor(encoding: string, body: Buffer): Codec | undefined {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return gzip;
    case 'deflate':
      // Both dialects are in use: with the zlib header (low nibble 8) as specified, and without.
      return ((body[0] ?? 0) & 0x0f) === 0x08 ? deflate : rawDeflate;
    case 'br':
      return br;
    case 'zstd':
      // Node 22 before 22.15 has none.
      return typeof zlib.zstdDecompressSync === 'function'
        ? { sync: zlib.zstdDecompressSync, later: promisify(zlib.zstdDecompress), finishFlush: ZSTD_e_flush }
        : undefined;
    default:
      return undefined;
  }
}

function problem(error: unknown): 'too_large' | 'unreadable' {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'unreadable';
}
