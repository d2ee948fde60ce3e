import fc from 'fast-check';
import { fieldNode } from '../wire/fieldNode.ts';
import { LineScanner } from './lineScanner.ts';

const NODE = fieldNode({ id: 'id', usage: { tokens: '#tokens' } });

function scan(bytes: Buffer, cuts: readonly number[]): unknown[] {
  const found: unknown[] = [];
  const scanner = new LineScanner(NODE, (fields) => found.push(fields));
  let at = 0;
  for (const cut of [...cuts.filter((one) => one < bytes.length).sort((a, b) => a - b), bytes.length]) {
    scanner.write(bytes.subarray(at, cut));
    at = cut;
  }
  scanner.end();
  return found;
}

const lines = fc.array(fc.record({ id: fc.string(), usage: fc.record({ tokens: fc.nat() }), more: fc.jsonValue() }));
/** As the scanner says it: what is empty, long or escaped is its own affair and tested with it. */
const ids = (found: readonly unknown[]) => found.map((one) => (one as { tokens?: number }).tokens);

it('hands over every whole line, however they are cut', () => {
  fc.assert(
    fc.property(lines, fc.array(fc.nat({ max: 2000 })), fc.boolean(), (records, cuts, isClosed) => {
      const text = records.map((record) => JSON.stringify(record)).join('\n') + (isClosed ? '\n' : '');
      expect(ids(scan(Buffer.from(text), cuts))).toEqual(records.map(({ usage }) => usage.tokens));
    })
  );
});

it('hands over no line that was cut, and survives any bytes', () => {
  const text = Buffer.from('{"id":"a","usage":{"tokens":1}}\n{"id":"b","usage":{"tokens":2}}\n');
  fc.assert(
    fc.property(fc.nat({ max: text.length }), fc.uint8Array({ maxLength: 100 }), (length, noise) => {
      const found = ids(scan(text.subarray(0, length), []));
      expect(found).toEqual([1, 2].slice(0, found.length));
      expect(found.length).toBe(length >= 63 ? 2 : length >= 31 ? 1 : 0);
      expect(Array.isArray(scan(Buffer.from(noise), [7, 20]))).toBe(true);
    })
  );
});
