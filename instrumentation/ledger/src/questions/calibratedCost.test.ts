import fc from 'fast-check';
import { calibratedCost } from './calibratedCost.ts';

const nano = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });

test('a cost times a ratio is off by half a nano-USD at most, whatever its sign', () => {
  fc.assert(
    fc.property(nano, fc.bigInt({ min: 1n, max: 10n ** 15n }), (nanoUsd, ratio) => {
      const twice = 2n * (calibratedCost(nanoUsd, ratio) * 10n ** 12n - nanoUsd * ratio);
      expect(twice <= 10n ** 12n && twice >= -(10n ** 12n)).toBe(true);
      expect(calibratedCost(-nanoUsd, ratio)).toBe(-calibratedCost(nanoUsd, ratio));
      expect(calibratedCost(nanoUsd, 10n ** 12n)).toBe(nanoUsd);
      expect(calibratedCost(nanoUsd, undefined)).toBe(nanoUsd);
    })
  );
});
