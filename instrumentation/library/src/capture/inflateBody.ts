import { promisify } from 'node:util';

interface Options {
  readonly maxOutputLength: number;
  readonly finishFlush: number;
}

type Later = (body: Buffer, options: Options, done: (error: Error | null, result: Buffer) => void) => void;

interface Codec {
  readonly sync: (body: Buffer, options: Options) => Buffer;
  readonly later: (body: Buffer, options: Options) => Promise<Buffer>;
  /** An aborted body ends in mid-stream: flushing instead of finishing gives what is known, and no error. */
  readonly finishFlush: number;
}

/** By content encoding; made with the first compressed answer, so that a start does not load zlib. */
let codecs: ReturnType<typeof makeCodecs> | undefined;

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
  codecs ??= makeCodecs();
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return codecs.gzip;
    case 'deflate':
      // Both dialects are in use: with the zlib header (low nibble 8) as specified, and without.
      return ((body[0] ?? 0) & 0x0f) === 0x08 ? codecs.deflate : codecs.rawDeflate;
    case 'br':
      return codecs.br;
    case 'zstd':
      return codecs.zstd;
    default:
      return undefined;
  }
}

function makeCodecs() {
  const zlib = process.getBuiltinModule('node:zlib');
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush } = zlib.constants;
  const codec = (sync: Codec['sync'], later: Later, finishFlush: number): Codec => ({
    sync,
    later: promisify(later),
    finishFlush,
  });
  return {
    gzip: codec(zlib.gunzipSync, zlib.gunzip, Z_SYNC_FLUSH),
    deflate: codec(zlib.inflateSync, zlib.inflate, Z_SYNC_FLUSH),
    rawDeflate: codec(zlib.inflateRawSync, zlib.inflateRaw, Z_SYNC_FLUSH),
    br: codec(zlib.brotliDecompressSync, zlib.brotliDecompress, BROTLI_OPERATION_FLUSH),
    // Node 22 before 22.15 has none.
    zstd:
      typeof zlib.zstdDecompressSync === 'function'
        ? codec(zlib.zstdDecompressSync, zlib.zstdDecompress, ZSTD_e_flush)
        : undefined,
  };
}

function problem(error: unknown): 'too_large' | 'unreadable' {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'unreadable';
}
