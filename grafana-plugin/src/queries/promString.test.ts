import fc from 'fast-check';
import { promString } from './promString.ts';

test('wraps a plain value', () => {
  expect(promString('search')).toBe('"search"');
});

test('escapes what would end the literal', () => {
  expect(promString('a"b\\c\nd\re')).toBe('"a\\"b\\\\c\\nd\\re"');
});

test('means exactly its value, and nothing after it is read as PromQL', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const literal = promString(value);
      expect(literal).toMatch(/^"(?:[^"\\\n\r]|\\["\\nr])*"$/);
      const read = literal.slice(1, -1).replaceAll(/\\(.)/g, (_, char: string) => ({ n: '\n', r: '\r' })[char] ?? char);
      expect(read).toBe(value);
    })
  );
});
