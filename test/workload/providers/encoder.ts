import type { Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip, createZstdCompress } from 'node:zlib';

/** A compressor for a content encoding that gives out what it has at every flush, as proxies do for streams. */
export function encoder(encoding: 'gzip' | 'br' | 'zstd'): Transform & { flush(done: () => void): void } {
  switch (encoding) {
    case 'gzip':
      return createGzip({ flush: constants.Z_SYNC_FLUSH });
    case 'br':
      return createBrotliCompress({
        flush: constants.BROTLI_OPERATION_FLUSH,
        params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
      });
    case 'zstd':
      return createZstdCompress({ flush: constants.ZSTD_e_flush });
  }
}
