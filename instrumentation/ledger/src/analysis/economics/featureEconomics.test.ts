import fc from 'fast-check';
import type { EconomicDay } from './economicDay.ts';
import { featureEconomics, type FeatureTerms } from './featureEconomics.ts';

const USD = 1_000_000_000n;
const CENT = USD / 100n;
const always = (nanoUsd: bigint) => [{ from: undefined, nanoUsd }];
const NO_TERMS: FeatureTerms = { unit: undefined, valuePerUnit: undefined, replacedPerUnit: undefined };
const day = (index: number, more: Partial<EconomicDay> = {}): EconomicDay => ({
  day: index,
  inferenceNanoUsd: 40n * USD,
  otherNanoUsd: 1n * USD,
  requests: 100n,
  units: new Map([['answer', 100n]]),
  valueNanoUsd: undefined,
  users: undefined,
  isGap: false,
  ...more,
});
const days = (count: number, of: (index: number) => Partial<EconomicDay> = () => ({})) =>
  Array.from({ length: count }, (_, index) => day(index, of(index)));
const month = { from: 0, to: 29 };

test('cost per outcome with what comes beyond inference, margin, week over week', () => {
  const halved = days(30, (index) => (index >= 23 ? { inferenceNanoUsd: 19n * USD } : {}));
  const found = featureEconomics(halved, { ...NO_TERMS, valuePerUnit: always(30n * CENT) }, month);
  expect(found.unitCost).toEqual({ nanoUsd: 23n * 41n * USD + 7n * 20n * USD, outcomes: 3_000n });
  expect([found.week.nanoUsd, found.weekBefore.nanoUsd]).toEqual([140n * USD, 287n * USD]);
  expect(found.margin).toEqual({
    valueNanoUsd: 900n * USD,
    spendNanoUsd: 1_083n * USD,
    nanoUsd: -183n * USD,
    outcomes: 3_000n,
  });
  // It lost money and does no more: nothing has to be done.
  expect(found.losing).toBeUndefined();
});

test('without outcomes there is no cost per outcome, and no value', () => {
  const none = days(30, () => ({ units: new Map() }));
  const found = featureEconomics(none, { ...NO_TERMS, unit: 'answer', valuePerUnit: always(USD) }, month);
  expect(found).toMatchObject({ unit: undefined, unitCost: { nanoUsd: 0n, outcomes: 0n }, margin: undefined });
  expect(found.inferenceNanoUsd).toBe(1_200n * USD);
});

test('days on which a counted feature delivered nothing cost all the same', () => {
  const idle = days(30, (index) => (index < 10 ? { units: new Map() } : {}));
  const found = featureEconomics(idle, NO_TERMS, month);
  expect(found.daysWithoutOutcomes).toBe(10);
  expect(found.unitCost).toEqual({ nanoUsd: 1_230n * USD, outcomes: 2_000n });
});

test('a gap is left out of both sides, and of the margin', () => {
  const gaps = days(30, (index) => (index % 3 === 0 ? { units: new Map(), isGap: true } : {}));
  const found = featureEconomics(gaps, { ...NO_TERMS, valuePerUnit: always(30n * CENT) }, month);
  expect(found.gapDays).toBe(10);
  expect(found.unitCost).toEqual({ nanoUsd: 820n * USD, outcomes: 2_000n });
  expect(found.margin?.nanoUsd).toBe(20n * (30n - 41n) * USD);
  expect(found.inferenceNanoUsd + found.otherNanoUsd).toBe(1_230n * USD);
});

test('where the unit changed, only what is counted now is compared', () => {
  const changed = days(30, (index) => ({
    units: new Map<string, bigint>(index < 12 ? [['ticket', 400n]] : [['answer', 100n]]),
  }));
  const found = featureEconomics(changed, NO_TERMS, month);
  expect(found.unit).toEqual({ unit: 'answer', since: 12, before: 'ticket' });
  expect(found.unitCost).toEqual({ nanoUsd: 18n * 41n * USD, outcomes: 1_800n });
  expect(found.line[0]?.day).toBe(12);
});

test('a measured value holds before the one of the file', () => {
  const measured = days(30, (index) => (index < 20 ? { valueNanoUsd: 50n * USD } : {}));
  const found = featureEconomics(measured, { ...NO_TERMS, valuePerUnit: always(1n) }, month);
  expect(found.margin).toEqual({
    ...{ valueNanoUsd: 1_000n * USD, spendNanoUsd: 820n * USD, nanoUsd: 180n * USD, outcomes: 2_000n },
  });
});

test('what it replaces', () => {
  const found = featureEconomics(days(60), { ...NO_TERMS, replacedPerUnit: always(4n * USD) }, { from: 30, to: 59 });
  expect(found.replacement?.nanoUsd).toBe(30n * (400n - 41n) * USD);
});

describe('for any days', () => {
  const amount = fc.bigInt(0n, 10n ** 15n);
  const anyDay = fc.record({
    inferenceNanoUsd: amount,
    otherNanoUsd: amount,
    requests: fc.bigInt(0n, 1_000n),
    units: fc
      .dictionary(fc.constantFrom('a', 'b'), fc.bigInt(0n, 10_000n))
      .map((units) => new Map(Object.entries(units))),
    valueNanoUsd: fc.option(amount, { nil: undefined }),
    isGap: fc.boolean(),
  });
  const anyDays = fc
    .array(anyDay, { minLength: 1, maxLength: 60 })
    .map((some) => some.map((one, index) => day(index, one)));
  const rate = fc.option(fc.bigInt(0n, 10n ** 10n), { nil: undefined });
  const rates = fc
    .uniqueArray(fc.record({ from: fc.integer({ min: -5, max: 70 }), nanoUsd: fc.bigInt(0n, 10n ** 10n) }), {
      selector: ({ from }) => from,
      maxLength: 4,
    })
    .map((some) => some.toSorted((a, b) => a.from - b.from));
  const anyTerms = fc.record({
    unit: fc.constantFrom(undefined, 'a', 'b', 'c'),
    valuePerUnit: fc.oneof(
      rate.map((one) => (one === undefined ? undefined : always(one))),
      rates
    ),
    replacedPerUnit: fc.oneof(
      rate.map((one) => (one === undefined ? undefined : always(one))),
      rates
    ),
  });

  test('a margin is value less spend, and the margins of two parts are that of the whole', () => {
    fc.assert(
      fc.property(anyDays, anyTerms, fc.nat(), (all, terms, cut) => {
        const of = (from: number, to: number) => featureEconomics(all, terms, { from, to }).margin;
        const at = cut % all.length;
        const whole = of(0, all.length - 1);
        const parts = [of(0, at), of(at + 1, all.length - 1)];
        expect(whole?.nanoUsd ?? 0n).toBe((whole?.valueNanoUsd ?? 0n) - (whole?.spendNanoUsd ?? 0n));
        // The unit in force is that of the whole time, whatever the period.
        expect(parts.reduce((sum, part) => sum + (part?.nanoUsd ?? 0n), 0n)).toBe(whole?.nanoUsd ?? 0n);
      })
    );
  });

  test('one amount from the first day on is the amount without a date', () => {
    fc.assert(
      fc.property(anyDays, fc.bigInt(0n, 10n ** 10n), fc.integer({ min: -400, max: 0 }), (all, nanoUsd, from) => {
        const of = (amounts: FeatureTerms['valuePerUnit']) =>
          featureEconomics(all, { unit: 'a', valuePerUnit: amounts, replacedPerUnit: amounts }, { from: 0, to: 59 });
        expect(of([{ from, nanoUsd }])).toEqual(of(always(nanoUsd)));
      })
    );
  });

  test('amounts that change are worth, to the nano-USD, what each was worth on its own days', () => {
    fc.assert(
      fc.property(anyDays, rates, fc.boolean(), (all, amounts, isReplaced) => {
        const key = isReplaced ? 'replacement' : 'margin';
        const unmeasured = all.map((one) => ({ ...one, valueNanoUsd: undefined }));
        const to = all.length - 1;
        const of = (terms: FeatureTerms['valuePerUnit'], from: number, until: number) =>
          featureEconomics(
            unmeasured,
            { unit: undefined, valuePerUnit: terms, replacedPerUnit: terms },
            { from, to: until }
          )[key];
        const parts = amounts.map(({ from, nanoUsd }, index) =>
          of(always(nanoUsd), from, Math.min(to, (amounts[index + 1]?.from ?? Infinity) - 1))
        );
        const sum = (what: 'valueNanoUsd' | 'nanoUsd' | 'outcomes') =>
          parts.reduce((total, part) => total + (part?.[what] ?? 0n), 0n);
        const whole = of(amounts, 0, to);
        expect([whole?.valueNanoUsd ?? 0n, whole?.nanoUsd ?? 0n, whole?.outcomes ?? 0n]).toEqual([
          sum('valueNanoUsd'),
          sum('nanoUsd'),
          sum('outcomes'),
        ]);
      })
    );
  });

  test('what is compared is never more than was spent; a loss is named only where the last week made one', () => {
    fc.assert(
      fc.property(anyDays, anyTerms, (all, terms) => {
        const to = all.length - 1;
        const found = featureEconomics(all, terms, { from: 0, to });
        const spent = found.inferenceNanoUsd + found.otherNanoUsd;
        expect(found.unitCost.nanoUsd <= spent && (found.margin?.spendNanoUsd ?? 0n) <= spent).toBe(true);
        expect(found.unitCost.outcomes > 0n || found.unit === undefined || all.some(({ isGap }) => isGap)).toBe(true);
        expect(found.losing === undefined || found.losing.since <= to).toBe(true);
      })
    );
  });
});
