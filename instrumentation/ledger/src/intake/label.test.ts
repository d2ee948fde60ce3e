import fc from 'fast-check';
import { label } from './label.ts';

test.each([
  ['search', 'search'],
  ['  search ', 'search'],
  ['a\u0000b\nc', 'a\uFFFDb\uFFFDc'],
  ['\ud800x', '\uFFFDx'],
  ['', 'absent'],
  [' \t', 'absent'],
  [undefined, 'absent'],
  [null, 'absent'],
  [42, '42'],
  [2n ** 60n, '1152921504606846976'],
  [true, 'true'],
])('%j becomes %j', (value, expected) => {
  expect(label(value, 'absent')).toBe(expected);
});

test('is always bounded, printable and well formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
      const text = label(value, 'absent');
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(128);
      expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
    })
  );
});

test('long values that differ at their ends stay different', () => {
  const long = 'x'.repeat(10_000);
  expect(label(`${long}a`, '')).not.toBe(label(`${long}b`, ''));
});
