import fc from 'fast-check';
import { usdText } from './usdText.ts';

test.each([
  [0n, '0'],
  [1n, '0.000000001'],
  [654_100n, '0.0006541'],
  [1_000_000_000n, '1'],
  [-1_500_000_000n, '-1.5'],
  [9_007_199_254_740_993_000_000_001n, '9007199254740993.000000001'],
])('%s nano-USD is %s USD', (nanoUsd, text) => {
  expect(usdText(nanoUsd)).toBe(text);
});

test('is exact', () => {
  fc.assert(
    fc.property(fc.bigInt(), (nanoUsd) => {
      const [whole = '', fraction = ''] = usdText(nanoUsd).split('.');
      expect(BigInt(whole + fraction.padEnd(9, '0'))).toBe(nanoUsd);
    })
  );
});
