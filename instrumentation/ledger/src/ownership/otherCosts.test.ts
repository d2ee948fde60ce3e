import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { attoUsd } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { parseDay } from '../store/parseDay.ts';
import { apportion } from './apportion.ts';
import { otherCostsOfDay } from './otherCostsOfDay.ts';
import { parseOwners } from './parseOwners.ts';

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const dayOf = (text: string) => parseDay(text) ?? NaN;
const daysOf = (month: string) => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const first = Date.UTC(year, number - 1, 1);
  const days = (Date.UTC(year, number, 1) - first) / 86_400_000;
  return Array.from({ length: days }, (_, index) => first / 86_400_000 + index);
};

test('parts add up to the whole, and no part is a unit or more from its share', () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 10n ** 20n }), { minLength: 1, maxLength: 40 })
    .filter((all) => sum(all) > 0n);
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 21n }), weights, (whole, all) => {
      const parts = apportion(whole, all);
      expect(sum(parts)).toBe(whole);
      parts.forEach((part, index) => {
        const off = part * sum(all) - whole * (all[index] ?? 0n);
        expect(off < sum(all) && -off < sum(all)).toBe(true);
      });
    })
  );
});

test('the days of any month add up to the month, and each feature to its percentage, to the nano-USD', () => {
  const month = fc
    .tuple(fc.integer({ min: 2024, max: 2032 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
  const usd = fc
    .tuple(fc.nat(9_999_999), fc.nat(999_999_999))
    .map(([whole, nano]) => `${whole}.${String(nano).padStart(9, '0')}`);
  fc.assert(
    fc.property(month, usd, fc.nat(50), fc.nat(50), (name, amount, search, assistant) => {
      const owners = parseOwners({
        features: { search: { team: 'find' } },
        monthlyCosts: [
          { line: 'vector storage', usd: amount, features: { search: String(search), assistant: `${assistant}.5` } },
        ].map((line) => (assistant === 50 ? { ...line, features: { search: String(search) } } : line)),
      });
      const costs = daysOf(name).flatMap((day) => otherCostsOfDay(owners, day));
      const whole = attoUsd(amount, 10n ** 9n);
      expect(sum(costs.map(({ nanoUsd }) => nanoUsd))).toBe(whole);
      const ofSearch = sum(costs.filter(({ feature }) => feature === 'search').map(({ nanoUsd }) => nanoUsd));
      const off = ofSearch * 100n - whole * BigInt(search);
      expect(off < 100n && -off < 100n).toBe(true);
      expect(costs.every(({ feature, team }) => team === (feature === 'search' ? 'find' : UNALLOCATED))).toBe(true);
    })
  );
});

test('a line holds from its first month to the one before its last', () => {
  const owners = parseOwners({
    monthlyCosts: [
      { line: 'human review', usd: '300', to: '2026-11' },
      { line: 'human review', usd: '600', from: '2026-11' },
    ],
  });
  const on = (day: string) => otherCostsOfDay(owners, dayOf(day)).map(({ nanoUsd }) => nanoUsd);
  expect(on('2026-11-30')).toEqual([20_000_000_000n]);
  expect(on('2026-10-31')).toEqual([9_677_419_354n]);
  expect(on('2026-10-01')).toEqual([9_677_419_355n]);
});
