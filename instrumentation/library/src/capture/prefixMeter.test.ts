import fc from 'fast-check';
import { PrefixMeter } from './prefixMeter.ts';

/** What the meter says of one request after another. */
function measure(requests: readonly string[], chunkBytes = 1000, meter = new PrefixMeter()) {
  return requests.map((text) => {
    const reader = meter.begin();
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      reader.read(bytes.subarray(at, at + chunkBytes));
    }
    return meter.conclude('openai chat search answer', reader);
  });
}

const system = 'You are a helpful assistant. '.repeat(50);

it('measures what a request shares with an earlier one, in blocks of 256 bytes', () => {
  const [first, second, third] = measure([`${system}one`, `${system}two`, 'something else entirely']);
  expect(first).toBeUndefined();
  expect(second).toEqual({ bytes: 5 * 256, hash: expect.stringMatching(/^[0-9a-f]{16}$/) });
  expect(third).toBeUndefined();
});

it('follows several prompts that take turns', () => {
  const other = 'Summarise this document for the board. '.repeat(40);
  const lengths = measure([system, other, `${system}a`, `${other}b`, `${system}c`]).map((one) => one?.bytes);
  expect(lengths).toEqual([undefined, undefined, 1280, 1536, 1280]);
});

it('says the same of the same bytes however they are cut, and its hashes mean nothing to another process', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 300, maxLength: 2000 }), fc.integer({ min: 1, max: 999 }), (text, cut) => {
      const meter = new PrefixMeter();
      const [, whole] = measure([text, text], 5000, meter);
      const [cutUp] = measure([text], cut, meter);
      expect(cutUp).toEqual(whole);
      expect(whole?.bytes).toBe(Math.floor(Buffer.byteLength(text) / 256) * 256);
      expect(measure([text, text])[1]?.hash).not.toBe(whole?.hash);
    }),
    { numRuns: 50 }
  );
});

it('stays small', () => {
  const meter = new PrefixMeter();
  const reader = meter.begin();
  reader.read(Buffer.alloc(4 * 1024 * 1024, 'x'));
  expect(reader.blocks).toHaveLength(1024);
});
