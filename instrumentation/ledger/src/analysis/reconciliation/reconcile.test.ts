import fc from 'fast-check';
import { allocateBill } from './allocateBill.ts';
import type { BillLine } from './billLine.ts';
import type { EstimateCell } from './estimateCell.ts';
import { matchStatus, MONTH_THRESHOLDS } from './matchStatus.ts';
import { reconcile } from './reconcile.ts';
import { STEPS } from './step.ts';

const estimate = (cell: Partial<EstimateCell> = {}): EstimateCell => ({
  day: '2026-10-01',
  provider: 'openai',
  account: 'main',
  model: 'gpt-5-mini',
  tier: 'default',
  component: 'input',
  quantity: 1_000_000n,
  costNanoUsd: 250_000_000n,
  ...cell,
});
const line = (bill: Partial<BillLine> = {}): BillLine => ({
  day: '2026-10-01',
  provider: 'openai',
  account: 'main',
  model: 'gpt-5-mini',
  tier: 'default',
  component: 'input',
  description: 'gpt-5-mini input',
  category: 'usage',
  quantity: 1_000_000n,
  unit: 'tokens',
  effectiveNanoUsd: 250_000_000n,
  billedNanoUsd: bill.effectiveNanoUsd ?? 250_000_000n,
  ...bill,
});
/** The parts there are, as [step, cause, nano-USD]. */
const found = (estimates: EstimateCell[], lines: BillLine[], unknown?: ReadonlyMap<string, number>) => {
  const { cells, charges } = reconcile(estimates, lines, unknown);
  return [...cells.flatMap(({ parts }) => parts), ...charges].map(({ step, cause, nanoUsd }) => [step, cause, nanoUsd]);
};

test('what agrees has no parts, covers all of the bill and needs no calibration', () => {
  const { steps, cells, coverage, calibration } = reconcile([estimate()], [line()]);
  expect(Object.values(steps).every((nano) => nano === 0n)).toBe(true);
  expect(cells[0]?.parts).toEqual([]);
  expect(coverage).toBe(1);
  expect(calibration).toEqual(new Map([['main', 1]]));
});

test('quantity and price come apart exactly', () => {
  const bill = line({ quantity: 1_200_000n, effectiveNanoUsd: 390_000_000n });
  expect(found([estimate()], [bill])).toEqual([
    ['volume', 'UNINSTRUMENTED', 50_000_000n],
    ['price', 'PRICE_CHANGE', 90_000_000n],
  ]);
});

test.each([
  [
    'a key nobody instruments',
    [estimate()],
    [line(), line({ account: 'notebooks', effectiveNanoUsd: 7_000n })],
    ['uninstrumented', 'UNINSTRUMENTED', 7_000n],
  ],
  [
    'a model nobody counted',
    [estimate()],
    [line(), line({ model: 'gpt-5', effectiveNanoUsd: 9_000n })],
    ['uninstrumented', 'UNINSTRUMENTED', 9_000n],
  ],
  [
    'tool fees',
    [estimate()],
    [line(), line({ component: 'web_search', quantity: 10n, effectiveNanoUsd: 100_000_000n })],
    ['uninstrumented', 'SERVER_TOOLS', 100_000_000n],
  ],
  [
    'cache reads',
    [estimate({ component: 'cache_read' })],
    [line({ component: 'cache_read', quantity: 1_100_000n, effectiveNanoUsd: 275_000_000n })],
    ['volume', 'CACHE_READ', 25_000_000n],
  ],
  [
    'calls told twice',
    [estimate()],
    [line({ quantity: 500_000n, effectiveNanoUsd: 125_000_000n })],
    ['volume', 'DOUBLE_COUNT', -125_000_000n],
  ],
  ['nothing billed', [estimate()], [], ['volume', 'NOT_BILLED', -250_000_000n]],
  [
    'a batch tier',
    [estimate()],
    [line({ tier: 'batch', effectiveNanoUsd: 125_000_000n })],
    ['price', 'SERVICE_TIER', -125_000_000n],
  ],
  [
    'a discount the bill shows',
    [estimate()],
    [line({ listNanoUsd: 250_000_000n, effectiveNanoUsd: 225_000_000n })],
    ['price', 'DISCOUNT', -25_000_000n],
  ],
  ['long prompts', [estimate()], [line({ effectiveNanoUsd: 500_000_000n })], ['price', 'CONTEXT_TIER', 250_000_000n]],
  [
    'rounding',
    [estimate({ costNanoUsd: 251_000_000n })],
    [line({ effectiveNanoUsd: 250_000_000n })],
    ['price', 'ROUNDING', -1_000_000n],
  ],
  [
    'a bill without quantities',
    [estimate()],
    [{ ...line({ effectiveNanoUsd: 260_000_000n }), quantity: undefined as never }],
    ['unexplained', 'NO_QUANTITY', 10_000_000n],
  ],
  [
    'tax',
    [estimate()],
    [line(), line({ category: 'tax', billedNanoUsd: 47_500_000n, effectiveNanoUsd: 0n })],
    ['tax', 'TAX', 47_500_000n],
  ],
  [
    'a credit',
    [estimate()],
    [line(), line({ category: 'credit', billedNanoUsd: -50_000_000n, effectiveNanoUsd: 0n })],
    ['credit', 'CREDIT', -50_000_000n],
  ],
  [
    'storage',
    [estimate()],
    [line(), { ...line({ effectiveNanoUsd: 60_000_000n }), model: undefined as never }],
    ['other_charges', 'NON_SPAN', 60_000_000n],
  ],
])('%s', (_, estimates, lines, expected) => {
  expect(found(estimates, lines)).toEqual([expected]);
});

test('what a commitment covers is compared at its amortised price', () => {
  const covered = line({ billedNanoUsd: 0n });
  const purchase = line({ category: 'purchase', billedNanoUsd: 900_000_000n, effectiveNanoUsd: 0n });
  const { steps, billNanoUsd } = reconcile([estimate()], [covered, purchase]);
  expect(steps.commitment).toBe(650_000_000n);
  expect(billNanoUsd).toBe(900_000_000n);
});

test('a share that is missing everywhere is sampling; one price off for all is a discount', () => {
  const components = ['input', 'output', 'cache_read'];
  const estimates = components.map((component) => estimate({ component }));
  const billed = (quantity: bigint, effectiveNanoUsd: bigint) =>
    components.map((component) => line({ component, quantity, effectiveNanoUsd }));
  expect(found(estimates, billed(1_250_000n, 312_500_000n)).map(([, cause]) => cause)).toEqual(
    Array(3).fill('SAMPLING')
  );
  expect(found(estimates, billed(1_000_000n, 237_500_000n)).map(([, cause]) => cause)).toEqual(
    Array(3).fill('DISCOUNT')
  );
});

test('reasoning is output where the bill counts it so', () => {
  const estimates = [estimate({ component: 'output' }), estimate({ component: 'reasoning' })];
  const bill = line({ component: 'output', quantity: 2_000_000n, effectiveNanoUsd: 500_000_000n });
  expect(found(estimates, [bill])).toEqual([]);
});

test('some lines at the price of long prompts are long prompts, whatever they cost together', () => {
  const lines = [
    line({ quantity: 700_000n, effectiveNanoUsd: 175_000_000n }),
    line({ quantity: 300_000n, effectiveNanoUsd: 150_000_000n }),
  ];
  expect(found([estimate()], lines)).toEqual([['price', 'CONTEXT_TIER', 75_000_000n]]);
});

test('calls without usage explain a bill that counts more', () => {
  const bill = line({ quantity: 1_100_000n, effectiveNanoUsd: 275_000_000n });
  expect(found([estimate()], [bill], new Map([['gpt-5-mini', 12]]))).toEqual([
    ['volume', 'MISSING_USAGE', 25_000_000n],
  ]);
});

const name = fc.constantFrom('a', 'b', 'c');
const money = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const anyEstimate = fc.record({
  account: name,
  model: name,
  component: fc.constantFrom('input', 'output', 'web_search'),
  quantity: fc.bigInt({ min: -5n, max: 10n ** 12n }),
  costNanoUsd: money,
});
const anyLine = fc.record(
  {
    account: name,
    model: name,
    tier: name,
    component: fc.constantFrom('input', 'output', 'cache_read'),
    quantity: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    category: fc.constantFrom('usage', 'usage', 'purchase', 'tax', 'credit', 'adjustment'),
    effectiveNanoUsd: money,
    billedNanoUsd: money,
    listNanoUsd: money,
  },
  { requiredKeys: ['category', 'effectiveNanoUsd', 'billedNanoUsd'] }
);

test('whatever the bill: estimate and steps add up to it, and cells to their amounts, exactly', () => {
  fc.assert(
    fc.property(fc.array(anyEstimate, { maxLength: 12 }), fc.array(anyLine, { maxLength: 12 }), (cells, bill) => {
      const lines = bill.map(
        (one) => ({ day: '2026-10-01', provider: 'openai', description: 'x', ...one }) as BillLine
      );
      const result = reconcile(cells.map(estimate), lines);
      const steps = STEPS.reduce((sum, step) => sum + result.steps[step], 0n);
      expect(result.estimateNanoUsd + steps).toBe(result.billNanoUsd);
      for (const { estimateNanoUsd, effectiveNanoUsd, parts } of result.cells) {
        expect(parts.reduce((sum, { nanoUsd }) => sum + nanoUsd, estimateNanoUsd)).toBe(effectiveNanoUsd);
      }
    }),
    { numRuns: 500 }
  );
});

test('shares of a bill add up to it to the cent, each within a cent of exact', () => {
  expect(
    allocateBill(
      100n,
      ['x', 'y', 'z'].map((one) => ({ name: one, nanoUsd: 1n }))
    )
  ).toEqual([
    { name: 'x', cents: 34n },
    { name: 'y', cents: 33n },
    { name: 'z', cents: 33n },
  ]);
  const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 14n }), { maxLength: 30 });
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), weights, (cents, amounts) => {
      const shares = allocateBill(
        cents,
        amounts.map((nanoUsd, index) => ({ name: `n${index}`, nanoUsd }))
      );
      expect(shares.reduce((sum, share) => sum + share.cents, 0n)).toBe(cents);
      const total = amounts.reduce((sum, nanoUsd) => sum + nanoUsd, 0n);
      for (const share of shares.filter(() => total > 0n)) {
        const exact = cents * (amounts[Number(share.name.slice(1))] ?? 0n);
        const off = share.cents * total - exact;
        expect(off < total && off > -total).toBe(true);
      }
    })
  );
});

test('small differences are fine however large their share', () => {
  expect(matchStatus(0n, 999_999_999n, MONTH_THRESHOLDS)).toBe('green');
  expect(matchStatus(0n, 1_000_000_000n, MONTH_THRESHOLDS)).toBe('red');
  expect(matchStatus(1_000_000_000_000n, 1_015_000_000_000n, MONTH_THRESHOLDS)).toBe('amber');
});
