import fc from 'fast-check';
import { formatMoney } from './formatMoney.ts';

test.each([
  [1284.37, '$1,284.37'],
  [1_284_370.125, '$1,284,370.13'],
  [0.41, '$0.41'],
  [0.0123, '$0.0123'],
  [0.00269, '$0.00269'],
  [0.000000001, '$0.000000001'],
  [1e-12, '<$0.000000001'],
  [0.09949, '$0.0995'],
  [0.0999, '$0.10'],
  [-3.1, '−$3.10'],
  [0, '$0'],
])('%d is %s', (usd, text) => {
  expect(formatMoney(usd)).toBe(text);
});

test('what cost something never reads as nothing, and reads back within half a unit of its last digit', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (usd) => {
      const text = formatMoney(usd);
      const read = Number(text.replaceAll(/[$,]/g, ''));
      const decimals = text.split('.')[1]?.length ?? 0;
      expect(read).toBeGreaterThan(0);
      expect(Math.abs(read - usd)).toBeLessThanOrEqual(0.5000001 * 10 ** -decimals);
      expect(text).toMatch(/^\$[\d,]+\.\d{2,9}$/);
    })
  );
});
