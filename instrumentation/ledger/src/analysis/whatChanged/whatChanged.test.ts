import fc from 'fast-check';
import { PART_KINDS, type PartKind } from './partKind.ts';
import type { SegmentRow } from './segmentRow.ts';
import { whatChanged } from './whatChanged.ts';

const count = fc.integer({ min: 0, max: 1_000_000 });
const nano = fc.bigInt({ min: 0n, max: 10n ** 14n });
const component = fc.constantFrom(
  'input',
  'cache_read',
  'cache_write',
  'output',
  'reasoning',
  'web_search',
  'provider_total'
);

/** Rows as books hold them, and odd ones: no calls, tokens without cost, cost without tokens, corrections below 0. */
const anySegmentRow: fc.Arbitrary<SegmentRow> = fc
  .record({
    feature: fc.constantFrom('search', 'chat'),
    model: fc.constantFrom('a', 'b', 'c'),
    calls: count,
    again: fc.oneof(fc.constant(0), count),
    quantities: fc.dictionary(component, count, { noNullPrototype: true }),
    costs: fc.dictionary(component, fc.oneof(nano, fc.bigInt({ min: -(10n ** 9n), max: 0n })), {
      noNullPrototype: true,
    }),
  })
  .map(({ feature, model, calls, again, quantities, costs }) => ({
    labels: { feature, model },
    calls,
    attempts: calls + again,
    quantities,
    costs,
  }));

const rows = fc.array(anySegmentRow, { maxLength: 6 });
const period = (of: readonly SegmentRow[], days = 1) => ({ days, rows: of });
const sum = (parts: readonly { readonly nanoUsd: bigint }[]) =>
  parts.reduce((total, { nanoUsd }) => total + nanoUsd, 0n);
const partsOf = ({ parts }: ReturnType<typeof whatChanged>) =>
  Object.fromEntries(parts.map(({ kind, nanoUsd }) => [kind, nanoUsd])) as Record<PartKind, bigint>;

/** Calls at a price in cents, all of it input tokens. */
const calls = (
  model: string,
  count: number,
  cents: number,
  more: { tokens?: number; attempts?: number } = {}
): SegmentRow => {
  const { tokens = 1_000, attempts = count } = more;
  return {
    labels: { model },
    calls: count,
    attempts,
    quantities: { input: attempts * tokens },
    costs: { input: BigInt(Math.round(attempts * cents * (tokens / 1_000) * 1e7)) },
  };
};

test('parts add up to the change, segments to their part, to the nano-USD', () => {
  fc.assert(
    fc.property(rows, rows, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (a, b, m, n) => {
      const changed = whatChanged(period(a, m), period(b, n));
      expect(sum(changed.parts)).toBe(changed.changeNanoUsd);
      expect(changed.afterNanoUsd - changed.beforeNanoUsd).toBe(changed.changeNanoUsd);
      changed.parts.forEach((part) => expect(sum(part.segments)).toBe(part.nanoUsd));
      if (m === n) {
        expect(changed.afterNanoUsd).toBe(b.flatMap(({ costs }) => Object.values(costs)).reduce((x, y) => x + y, 0n));
      }
    })
  );
});

test('the order of rows changes nothing, nor does one row in two', () => {
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      const changed = partsOf(whatChanged(period(a), period(b)));
      expect(partsOf(whatChanged(period([...a].reverse()), period([...b].reverse())))).toEqual(changed);
      const relabelled = b.map((row) => ({ ...row, labels: Object.fromEntries(Object.entries(row.labels).reverse()) }));
      expect(partsOf(whatChanged(period(a), period(relabelled)))).toEqual(changed);
    })
  );
});

test('swapped periods change every sign and nothing else', () => {
  fc.assert(
    fc.property(rows, rows, fc.integer({ min: 1, max: 3 }), (a, b, days) => {
      const forth = whatChanged(period(a, days), period(b));
      const back = whatChanged(period(b), period(a, days));
      PART_KINDS.forEach((_, index) => expect(back.parts[index]?.nanoUsd).toBe(-(forth.parts[index]?.nanoUsd ?? 1n)));
      const borne = (changed: typeof forth, sign: bigint) =>
        changed.parts.map(({ segments }) =>
          segments.map(({ labels, nanoUsd }) => `${labels['feature']}${labels['model']} ${nanoUsd * sign}`).sort()
        );
      expect(borne(back, -1n)).toEqual(borne(forth, 1n));
    })
  );
});

test('where nothing changed nothing is explained', () => {
  fc.assert(
    fc.property(rows, (a) => {
      const { parts, changeNanoUsd } = whatChanged(period(a), period(a));
      expect(changeNanoUsd).toBe(0n);
      parts.forEach(({ nanoUsd, segments }) => expect([nanoUsd, segments]).toEqual([0n, []]));
    })
  );
});

test('one cause is found alone: only its part is not 0', () => {
  const base: SegmentRow = {
    labels: { model: 'm' },
    calls: 1_000,
    attempts: 1_100,
    quantities: { input: 500_000, cache_read: 600_000, output: 220_000, web_search: 50 },
    costs: { input: 500_000_000n, cache_read: 60_000_000n, output: 880_000_000n, web_search: 500_000_000n },
  };
  const scaled = (of: readonly string[], by: bigint) => ({
    quantities: Object.fromEntries(
      Object.entries(base.quantities).map(([key, value]) => [key, value * (of.includes(key) ? Number(by) : 1)])
    ),
    costs: Object.fromEntries(
      Object.entries(base.costs).map(([key, value]) => [key, value * (of.includes(key) ? by : 1n)])
    ),
  });
  const everything = Object.keys(base.costs);
  const cases: Record<Exclude<PartKind, 'mix'>, SegmentRow> = {
    volume: { ...base, calls: 2_000, attempts: 2_200, ...scaled(everything, 2n) },
    retries: { ...base, attempts: 2_200, ...scaled(everything, 2n) },
    price: { ...base, costs: scaled(everything, 3n).costs },
    input_tokens: { ...base, ...scaled(['input', 'cache_read'], 2n) },
    output_tokens: { ...base, ...scaled(['output'], 2n) },
    uses: { ...base, ...scaled(['web_search'], 4n) },
    cache: {
      ...base,
      quantities: { ...base.quantities, input: 1_100_000, cache_read: 0 },
      costs: { ...base.costs, input: 1_100_000_000n, cache_read: 0n },
    },
  };
  for (const [kind, after] of Object.entries(cases)) {
    const changed = whatChanged(period([base]), period([after]));
    expect({ kind, found: changed.parts.filter(({ nanoUsd }) => nanoUsd !== 0n).map((part) => part.kind) }).toEqual({
      kind,
      found: [kind],
    });
  }
});

test('the worked numbers: two models, more calls, longer prompts', () => {
  const changed = whatChanged(
    period([calls('A', 1_000, 1)]),
    period([calls('A', 600, 1, { tokens: 1_100 }), calls('B', 600, 0.4)])
  );
  const { volume, mix, input_tokens: tokens, ...others } = partsOf(changed);
  expect(changed.changeNanoUsd).toBe(-1_000_000_000n);
  expect([volume, mix, tokens].map((part) => (Number(part) / 1e9).toFixed(3))).toEqual(['1.767', '-3.583', '0.817']);
  expect(Object.values(others).every((part) => part === 0n)).toBe(true);
  expect(changed.parts.filter(({ nanoUsd }) => nanoUsd !== 0n).map(({ sentence }) => sentence)).toEqual([
    'Calls rose 20 %: +$1.77 a day',
    'New calls on B (50 % of all): −$3.58 a day',
    'Input tokens a call on A rose 10 %: +$0.82 a day',
  ]);
});

test('all calls on a new model at the same price, twice as many, are volume', () => {
  const { volume, ...others } = partsOf(whatChanged(period([calls('old', 500, 2)]), period([calls('new', 1_000, 2)])));
  expect(volume).toBe(10_000_000_000n);
  expect(Object.values(others).every((part) => part === 0n)).toBe(true);
});

test('a beginning and an end are one part', () => {
  const started = whatChanged(period([]), period([calls('m', 100, 1), calls('n', 100, 1)]));
  expect(started.parts.find(({ kind }) => kind === 'volume')).toMatchObject({
    nanoUsd: 2_000_000_000n,
    sentence: 'Use started: +$2.00 a day',
  });
  const ended = whatChanged(period([calls('m', 100, 1)]), period([]));
  expect(ended.parts.find(({ kind }) => kind === 'volume')).toMatchObject({
    nanoUsd: -1_000_000_000n,
    sentence: 'Use ended: −$1.00 a day',
  });
});

test('a sentence names the model, says how much, and the dollars of a day', () => {
  const before = [calls('gpt-5-mini', 10_000, 1, { attempts: 10_500 }), calls('gpt-5', 10_000, 1)];
  const after = [calls('gpt-5-mini', 10_000, 1, { attempts: 11_500 }), calls('gpt-5', 10_000, 1)];
  const { parts } = whatChanged(period(before, 7), period(after, 7));
  expect(parts.find(({ kind }) => kind === 'retries')?.sentence).toBe('Retries on gpt-5-mini tripled: +$1.43 a day');
  const averaged = whatChanged(period([...before, ...before], 2), period(after));
  expect(averaged).toMatchObject({ per: 'day', changeNanoUsd: 10_000_000_000n });
});

test('what is no count is refused with its name', () => {
  const row = calls('m', 10, 1);
  for (const bad of [NaN, -1, Infinity]) {
    expect(() => whatChanged(period([{ ...row, quantities: { input: bad } }]), period([]))).toThrow(
      /input of .*"m".* is no count/
    );
  }
  expect(() => whatChanged(period([{ ...row, attempts: 9 }]), period([]))).toThrow(
    'fewer attempts (9) than calls (10)'
  );
  expect(() => whatChanged(period([], 0), period([]))).toThrow('at least 1: 0');
});
