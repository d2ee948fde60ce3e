import fc from 'fast-check';
import type { BillLine } from './billLine.ts';
import type { EstimateCell } from './estimateCell.ts';
import { reconcile } from './reconcile.ts';
import { STEPS } from './step.ts';
import { timeCut } from './timeCut.ts';

const DAYS = 30;
const dayOf = (index: number) => `2026-09-${String(index + 1).padStart(2, '0')}`;
const PRICE = 2n;
const cells = (quantities: readonly bigint[], rest: Partial<EstimateCell> = {}): EstimateCell[] =>
  quantities.map((quantity, index) => ({
    ...{ provider: 'openai', account: 'main', model: 'm', tier: 'default', component: 'input' },
    ...rest,
    day: dayOf(index),
    quantity,
    costNanoUsd: quantity * PRICE,
  }));
const lines = (quantities: readonly bigint[], rest: Partial<BillLine> = {}, price = PRICE): BillLine[] =>
  quantities.map((quantity, index) => ({
    ...{ provider: 'openai', account: 'main', model: 'm', tier: 'default', component: 'input', category: 'usage' },
    description: 'x',
    ...rest,
    day: dayOf(index),
    quantity,
    effectiveNanoUsd: quantity * price,
    billedNanoUsd: quantity * price,
  }));
const causes = (estimates: readonly EstimateCell[], bill: readonly BillLine[]) =>
  reconcile(estimates, bill)
    .cells.flatMap(({ parts }) => parts)
    .map(({ step, cause, nanoUsd }) => [step, cause, nanoUsd]);

const amount = fc.bigInt({ min: 1_000n, max: 10n ** 9n });
const month = fc.array(amount, { minLength: DAYS + 1, maxLength: DAYS + 1 });

describe('days that are cut at another hour', () => {
  it('are told whatever the hours, by what moves from day to day', () => {
    const shares = fc.array(fc.integer({ min: 15, max: 45 }), { minLength: DAYS + 1, maxLength: DAYS + 1 });
    fc.assert(
      fc.property(month, shares, (quantities, early) => {
        const moved = (index: number) => ((quantities[index] ?? 0n) * BigInt(early[index] ?? 0)) / 100n;
        const counted = quantities.slice(0, DAYS);
        const billed = counted.map((quantity, index) => quantity - moved(index) + moved(index + 1));
        const hasMoved = billed.some((quantity, index) => quantity !== counted[index]);
        const ups = billed.filter((quantity, index) => quantity > (counted[index] ?? 0n)).length;
        fc.pre(hasMoved && ups >= 6 && ups <= 24 && (quantities[DAYS] ?? 0n) <= 10n ** 9n);
        // The day after the month is not in the books: it may be larger than any of its days.
        fc.pre(counted.some((quantity) => quantity >= (quantities[DAYS] ?? 0n)));
        expect(timeCut(cells(counted), lines(billed))).toMatch('cuts days at another hour');
      })
    );
  });

  it('are not what a share is that is missing each day, nor chance that goes one way', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 101, max: 300 }), (quantities, percent) => {
        const counted = quantities.slice(0, DAYS);
        const billed = counted.map((quantity) => (quantity * BigInt(percent)) / 100n + 1n);
        expect(timeCut(cells(counted), lines(billed))).toBeUndefined();
        expect(timeCut(cells(billed), lines(counted))).toBeUndefined();
      })
    );
  });

  const even = Array<bigint>(DAYS).fill(1_000n);
  const changed = (at: number, quantity: bigint) => even.map((usual, index) => (index === at ? quantity : usual));
  it('are told of a month that begins and ends hours later, as of an invoice in another time zone', () => {
    const counted = [...even, 0n];
    const later = [...changed(0, 700n), 300n];
    expect(timeCut(cells(counted), lines(later))).toMatch('month begins and ends at another hour');
    expect(timeCut(cells(later), lines(counted))).toMatch('month begins and ends at another hour');
    // Short at both ends, or another day with it, is something else.
    expect(timeCut(cells(even), lines(changed(0, 700n).with(29, 800n)))).toBeUndefined();
    expect(timeCut(cells(counted), lines(later.with(14, 900n)))).toBeUndefined();
  });

  it.each([
    ['the last day billed short', changed(29, 400n), ['volume', 'TIME_CUT', -1_200n]],
    ['the first day billed long', changed(0, 1_400n), ['volume', 'TIME_CUT', 800n]],
    ['the last day billed long: somebody began to call', changed(29, 1_400n), ['volume', 'UNINSTRUMENTED', 800n]],
    ['a day in the middle billed short', changed(15, 400n), ['volume', 'UNKNOWN', -1_200n]],
  ])('%s', (_what, billed, part) => expect(causes(cells(even), lines(billed))).toEqual([part]));

  it('cannot be told of a bill by the month', () => {
    const whole = { day: dayOf(0), through: dayOf(29) };
    expect(
      timeCut(
        cells(even),
        lines([29_000n]).map((one) => ({ ...one, ...whole }))
      )
    ).toBeUndefined();
  });
});

describe('a model under another name', () => {
  const quantities = [5n, 70n, 900n, 11_000n, 130_000n, 7n].map((one) => one * 1_000n);
  it('is compared under the name of the books: alike in all it needs no explanation', () => {
    const { coverage, cells: found } = reconcile(cells(quantities), lines(quantities, { model: 'm-2026-08-01' }));
    expect([coverage, found.length, found[0]?.model, found[0]?.parts]).toEqual([1, 1, 'm', []]);
  });

  it('is named where it has another price', () => {
    const bill = lines(quantities, { model: 'm-2026-08-01' }, 3n);
    const [part] = reconcile(cells(quantities), bill).cells.flatMap(({ parts }) => parts);
    const total = quantities.reduce((sum, one) => sum + one, 0n);
    expect(part).toMatchObject({ step: 'price', cause: 'MODEL_ALIAS', nanoUsd: total });
    expect(part?.evidence).toMatch(/^billed as m-2026-08-01, counted as m: /);
  });

  it.each([
    ['other quantities', lines([...quantities].reverse(), { model: 'n' }), cells(quantities)],
    ['a model that is billed as well', [...lines(quantities, { model: 'n' }), ...lines(quantities)], cells(quantities)],
    ['too few days', lines(quantities.slice(0, 4), { model: 'n' }), cells(quantities.slice(0, 4))],
    ['another account', lines(quantities, { model: 'n', account: 'other' }), cells(quantities)],
  ])('is not %s', (_what, bill, estimates) => {
    expect(causes(estimates, bill).map(([, cause]) => cause)).not.toContain('MODEL_ALIAS');
    expect(causes(estimates, bill).map(([, cause]) => cause)).toContain('UNINSTRUMENTED');
  });

  it('keeps every sum exact, whatever is named what', () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const series = fc.record({
      model: name,
      account: name,
      quantities: fc.array(amount, { minLength: 1, maxLength: 7 }),
    });
    fc.assert(
      fc.property(fc.array(series, { maxLength: 4 }), fc.array(series, { maxLength: 4 }), (books, bills) => {
        const bill = bills.flatMap(({ quantities: own, ...rest }) => lines(own, rest, 3n));
        const shared = books.flatMap(({ quantities: own, ...rest }) => lines(own, { ...rest, model: 'alias' }, 5n));
        const result = reconcile(
          books.flatMap(({ quantities: own, ...rest }) => cells(own, rest)),
          [...bill, ...shared]
        );
        expect(STEPS.reduce((sum, step) => sum + result.steps[step], result.estimateNanoUsd)).toBe(result.billNanoUsd);
      })
    );
  });
});

describe('a bill in another currency', () => {
  const quantities = Array<bigint>(6).fill(1_000_000n);
  const components = ['input', 'output', 'cache_read'];
  const estimates = components.flatMap((component) => cells(quantities, { component }));
  const billed = (ofDay: (index: number) => bigint, rest: Partial<BillLine>) =>
    components.flatMap((component) =>
      lines(quantities, { component, ...rest }).map((line, index) => {
        const nano = (line.effectiveNanoUsd * ofDay(index)) / 100n;
        return { ...line, effectiveNanoUsd: nano, billedNanoUsd: nano };
      })
    );
  const named = (bill: readonly BillLine[]) => [...new Set(causes(estimates, bill).map(([, cause]) => cause))];

  it('is off by the rate where each day everything is off by one factor', () => {
    expect(named(billed(() => 103n, { currency: 'EUR' }))).toEqual(['FX']);
    expect(named(billed((index) => 95n + BigInt(index), { currency: 'EUR' }))).toEqual(['FX']);
  });

  it('is not where the bill is in USD, or off by more than rates are', () => {
    expect(named(billed(() => 103n, {}))).toEqual(['PRICE_CHANGE']);
    expect(named(billed(() => 80n, { currency: 'EUR' }))).toEqual(['DISCOUNT']);
  });
});
