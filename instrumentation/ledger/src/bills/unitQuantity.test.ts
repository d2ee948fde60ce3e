import fc from 'fast-check';
import { unitQuantity } from './unitQuantity.ts';

test.each([
  ['3.2', '1K tokens', { quantity: 3_200n, unit: 'tokens' }],
  ['8.4', '1000000 Tokens', { quantity: 8_400_000n, unit: 'tokens' }],
  ['8.4', 'Million tokens', { quantity: 8_400_000n, unit: 'tokens' }],
  ['2', '1M', { quantity: 2_000_000n, unit: 'tokens' }],
  ['5', 'minutes', { quantity: 5n, unit: 'minutes' }],
  ['5', 'GB-Hours', { quantity: 5n, unit: 'gb-hours' }],
  ['-1.5', '1K', { quantity: -1_500n, unit: 'tokens' }],
  ['5', '1/Hour', undefined],
  ['', 'Tokens', undefined],
])('%s of %j', (amount, unit, expected) => expect(unitQuantity(amount, unit, 'q', 'tokens')).toEqual(expected));

test('a number of thousands is a thousand times as many', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (value) => {
      expect(unitQuantity(String(value), '1K tokens', 'q')?.quantity).toBe(value * 1_000n);
    })
  );
});
