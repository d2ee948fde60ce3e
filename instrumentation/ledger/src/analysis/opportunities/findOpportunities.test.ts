import fc from 'fast-check';
import { findOpportunities } from './findOpportunities.ts';
import type { UseCell } from './useCell.ts';

const cell = (feature: string, rest: Partial<UseCell> = {}): UseCell => ({
  ...{ feature, requestType: 'chat', provider: 'openai', model: 'big', serviceTier: '', requests: 100 },
  ...{ nanoUsd: 100_000_000_000n, retryNanoUsd: 0n, promptTokensBefore: undefined },
  components: [
    { component: 'input', quantity: 50_000, nanoUsd: 60_000_000_000n },
    { component: 'output', quantity: 20_000, nanoUsd: 40_000_000_000n },
  ],
  ...rest,
});
const LONG = [
  { component: 'input', quantity: 500_000, nanoUsd: 60_000_000_000n },
  { component: 'output', quantity: 20_000, nanoUsd: 40_000_000_000n },
];
const SMALL = cell('tagging', {
  ...{ model: 'small', nanoUsd: 100n },
  components: [
    { component: 'input', quantity: 10_000, nanoUsd: 60_000n },
    { component: 'output', quantity: 10_000, nanoUsd: 60_000n },
  ],
});

const shown = (cells: readonly UseCell[], quality: Parameters<typeof findOpportunities>[1] = []) =>
  findOpportunities(cells, quality).opportunities.map(({ lever, cell: { feature }, needsEvaluation }) => ({
    ...{ lever, feature, needsEvaluation },
  }));

test('where starts of prompts are measured, what repeats is counted and not assumed', () => {
  const middle = (prefix: UseCell['prefix'], cacheRead = 0) =>
    findOpportunities(
      [
        cell('chat', {
          components: [...LONG, { component: 'cache_read', quantity: cacheRead, nanoUsd: 0n }],
          prefix,
        }),
      ],
      []
    ).opportunities.map(({ lever, saving, working }) => [lever, saving.middle, working.split('. ').at(-1)]);
  // 1 MB at 4 bytes a token: 250,000 of 500,000 fresh tokens, .6 × .5 × .75.
  const measured = { calls: 90, repeats: 80, bytes: 1_000_000 };
  expect(middle(measured)).toEqual([
    [
      'prompt_caching',
      22_500_000_000n,
      expect.stringContaining('50 % of it (40 %–67 %) came again within five minutes, as 80 of 90'),
    ],
  ]);
  // 100,000 of them are read from the cache already.
  expect(middle(measured, 100_000)).toEqual([['prompt_caching', 13_500_000_000n, expect.any(String)]]);
  expect(middle({ ...measured, repeats: 0, bytes: 0 })).toEqual([]);
  // Too few to go by.
  expect(middle({ calls: 49, repeats: 0, bytes: 0 })).toEqual([
    ['prompt_caching', 22_500_000_000n, expect.stringContaining('nobody measured')],
  ]);
});

test('each lever takes its share of what the ones before it leave: 22.5 + 77.5 × .375', () => {
  const { total, opportunities, spent } = findOpportunities(
    [cell('digest', { requestType: 'nightly', components: LONG })],
    []
  );
  expect(opportunities.map(({ lever, saving }) => [lever, saving.middle])).toEqual([
    ['batch_shifting', 29_062_500_000n],
    ['prompt_caching', 22_500_000_000n],
  ]);
  expect({ middle: total.middle, spent }).toEqual({ middle: 51_562_500_000n, spent: 100_000_000_000n });
});

test('finds what grew, what is tried again and what can wait, dearest first; what is well is left alone', () => {
  const cells = [
    cell('steady', { promptTokensBefore: 450 }),
    cell('grown', { promptTokensBefore: 250 }),
    cell('flaky', { retryNanoUsd: 10_000_000_000n }),
    cell('patient', { components: [{ component: 'output', quantity: 1, nanoUsd: 100_000_000_000n }] }),
    cell('patient', { serviceTier: 'batch' }),
    cell('cached', { components: [...LONG, { component: 'cache_read', quantity: 500_000, nanoUsd: 0n }] }),
  ];
  expect(shown(cells).map(({ lever, feature }) => `${lever} ${feature}`)).toEqual([
    'batch_shifting patient',
    'prompt_economics grown',
    'retries flaky',
  ]);
});

test('a smaller model needs evaluation until both were judged by the same evaluator; judged worse it is none', () => {
  const judged = (model: string, mean: number, evaluator = 'human', count = 100) => ({
    ...{ feature: 'classify', requestType: 'chat', model, evaluator, sum: mean * count, count },
  });
  const cells = [cell('classify'), SMALL];
  const idea = (needsEvaluation: boolean) => [{ lever: 'tier_routing', feature: 'classify', needsEvaluation }];
  expect(shown(cells)).toEqual(idea(true));
  expect(findOpportunities(cells, []).total).toEqual({ low: 0n, middle: 0n, high: 0n });
  expect(shown(cells, [judged('big', 0.9), judged('small', 0.9, 'model')])).toEqual(idea(true));
  expect(shown(cells, [judged('big', 0.9), judged('small', 0.9, 'human', 49)])).toEqual(idea(true));
  expect(shown(cells, [judged('big', 0.9), judged('small', 0.89)])).toEqual(idea(false));
  expect(shown(cells, [judged('big', 0.9), judged('small', 0.8)])).toEqual([]);
});

test('prices of a smaller model come from all of its calls; without a price for something used it is none', () => {
  const cached = { component: 'cache_read', quantity: 1_000_000, nanoUsd: 10_000_000_000n };
  const review = cell('review', { components: [...cell('review').components, cached], nanoUsd: 110_000_000_000n });
  const reader = cell('tagging', {
    ...{ model: 'small', requestType: 'agent', nanoUsd: 100_000n },
    components: [{ component: 'cache_read', quantity: 1_000, nanoUsd: 100_000n }],
  });
  expect(shown([review, SMALL])).toEqual([]);
  expect(shown([review, SMALL, reader])).toEqual([{ lever: 'tier_routing', feature: 'review', needsEvaluation: true }]);
});

test('request types that say nobody waits can go by batch, others only where some already do', () => {
  const batched = (requestType: string) => shown([cell('summaries', { requestType })]).map(({ lever }) => lever);
  expect(['background', 'nightly-report', 'evals'].map(batched)).toEqual(Array(3).fill(['batch_shifting']));
  expect(['interactive', 'reporter', 'chat'].map(batched)).toEqual(Array(3).fill([]));
});

const anyCell = fc
  .record({
    feature: fc.constantFrom('a', 'b'),
    requestType: fc.constantFrom('chat', 'nightly'),
    provider: fc.constantFrom('openai', 'anthropic'),
    model: fc.constantFrom('big', 'small'),
    serviceTier: fc.constantFrom('', 'batch'),
    requests: fc.nat(10_000),
    retryShare: fc.integer({ min: 0, max: 100 }),
    promptTokensBefore: fc.option(fc.nat(5_000), { nil: undefined }),
    components: fc.uniqueArray(
      fc.record({
        component: fc.constantFrom('input', 'cache_read', 'cache_write', 'output'),
        quantity: fc.nat(10_000_000),
        nanoUsd: fc.bigInt(0n, 10n ** 15n),
      }),
      { selector: ({ component }) => component }
    ),
  })
  .map(({ retryShare, ...rest }): UseCell => {
    const nanoUsd = rest.components.reduce((sum, one) => sum + one.nanoUsd, 0n);
    return { ...rest, nanoUsd, retryNanoUsd: (nanoUsd * BigInt(retryShare)) / 100n };
  });

test('whatever was used: bounds in order, the sum of those that count is the total, and none exceeds the spend', () => {
  fc.assert(
    fc.property(fc.array(anyCell, { maxLength: 12 }), (cells) => {
      const { opportunities, total, spent } = findOpportunities(cells, []);
      const counted = opportunities.filter(({ needsEvaluation }) => !needsEvaluation);
      expect(counted.reduce((sum, { saving }) => sum + saving.middle, 0n)).toBe(total.middle);
      const isOrdered = ({ low, middle, high }: typeof total) => 0n <= low && low <= middle && middle <= high;
      const savings = [total, ...opportunities.map(({ saving }) => saving)];
      expect(savings.filter((saving) => !isOrdered(saving) || saving.high > spent)).toEqual([]);
      const ranked = counted.map(({ saving }) => saving.middle);
      expect(ranked.filter((middle, index) => index > 0 && middle > (ranked[index - 1] ?? 0n))).toEqual([]);
    })
  );
});
