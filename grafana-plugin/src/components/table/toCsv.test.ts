import fc from 'fast-check';
import { toCsv } from './toCsv.ts';

test('quotes what needs it, leaves gaps empty, keeps numbers whole', () => {
  expect(toCsv([['a,b', 'say "x"', 0.1 + 0.2, undefined]])).toBe('"a,b","say ""x""",0.30000000000000004,\r\n');
});

test('a spreadsheet runs nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(toCsv([[text]])).not.toMatch(/^"?[=+@\t-]/);
    })
  );
});
