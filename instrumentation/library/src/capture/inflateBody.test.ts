import fc from 'fast-check';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { inflateBody } from './inflateBody.ts';

const MAX = 8 * 1024 * 1024;
const codecs = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
] as const;

describe.each(codecs)('%s', (encoding, compress) => {
  it('gives back small bodies at once, large ones later', async () => {
    const small = Buffer.from('{"usage":1}'.repeat(100));
    expect(inflateBody(compress(small), encoding, MAX)).toEqual(small);
    const large = Buffer.concat(
      Array.from({ length: 2 }, () => Buffer.from(crypto.getRandomValues(new Uint8Array(60_000))))
    );
    const later = inflateBody(compress(large), encoding, MAX);
    expect(later).toHaveProperty('then');
    expect(large.equals((await later) as Buffer)).toBe(true);
  });

  it('refuses what inflates without end', async () => {
    expect(await inflateBody(compress(Buffer.alloc(MAX + 1)), encoding, MAX)).toBe('too_large');
  });

  it('never throws, whatever is cut off or damaged', async () => {
    const body = compress(Buffer.from('{"usage":{"input_tokens":12}} '.repeat(50)));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: body.length }), fc.uint8Array({ maxLength: 6 }), async (at, noise) => {
        const result = await inflateBody(Buffer.concat([body.subarray(0, at), noise]), encoding, MAX);
        expect(Buffer.isBuffer(result) || result === 'unreadable').toBe(true);
      })
    );
  });
});

it('keeps what was flushed before a gzip body was cut', () => {
  const body = gzipSync(Buffer.from('abc'.repeat(1000)));
  expect(inflateBody(body.subarray(0, -4), 'gzip', MAX)).toHaveLength(3000);
});

it('does not read encodings it does not know', () => {
  expect(inflateBody(Buffer.from('x'), 'gzip, br', MAX)).toBe('unreadable');
});
