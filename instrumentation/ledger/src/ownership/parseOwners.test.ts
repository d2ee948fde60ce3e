import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { parse } from 'yaml';
import { eventDay } from '../store/eventDay.ts';
import { ANNOUNCED_RETIREMENTS } from './announcedRetirements.ts';
import { ownerSeries } from './ownerSeries.ts';
import { ownersFileSchema } from './ownersFileSchema.ts';
import { parseOwners } from './parseOwners.ts';
import { parseOwnersFile } from './parseOwnersFile.ts';
import { registerOwnership } from './registerOwnership.ts';
import { teamsOfFeatures } from './teamsOfFeatures.ts';
import { BILL_THRESHOLDS } from '../analysis/billThresholds.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';

const TODAY = eventDay(Date.UTC(2026, 10, 22));
const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(ownersFileSchema());
const read = (path: string) => readFileSync(join(__dirname, path), 'utf8');
const documentation = read('../../docs/finops.md');

test('the published schema is the one the validator is made from (`ai-finops owners schema` prints it)', () => {
  expect(JSON.parse(read('../../docs/finops.schema.json'))).toEqual(JSON.parse(JSON.stringify(ownersFileSchema())));
});

test.each([
  ['the documentation', (/```yaml\n([\s\S]*?)```/.exec(documentation) ?? [])[1] ?? ''],
  ['the demo company', read('../../../../test/workload/finops.yaml')],
])('the file of %s is valid, to the schema and to the ledger', (_name, text) => {
  expect(validate(parse(text))).toBe(true);
  const owners = parseOwnersFile(text);
  expect(owners.total.owner).toBeDefined();
  expect(owners.features.size).toBeGreaterThan(1);
});

test('every threshold is documented with its default', () => {
  for (const [name, { value }] of Object.entries(THRESHOLDS)) {
    expect(documentation).toMatch(new RegExp(`\\| \`${name}\` +\\| ${value.replace('.', '\\.')} +\\|`));
  }
});

test.each([
  ['owner: Kim', 1, 'owner: must be an object'],
  ['features:\n  search: { teams: find }', 2, 'features.search: unknown key "teams"; known are team, owner, '],
  ['features:\n  search:\n    budgetPerMonth: 12000', 3, 'write the amount as a decimal string'],
  ['models:\n  - { provider: openai, model: gpt-5, approved: yes }', 2, 'models[0].approved: write true or false'],
  ['models:\n  - &m { provider: openai, model: gpt-5 }\n  - *m', 3, 'models[1]: openai gpt-5 is there twice'],
  ['models:\n  - { provider: openai, model: gpt-5, retires: 2027-02-30 }', 2, 'retires: give a UTC day'],
  ['models:\n  - { provider: openai, model: gpt-5, replacement: gpt-5 }', 2, 'a model cannot replace itself'],
  ['requestTypes:\n  answer: {}', 2, 'requestTypes.answer: give "default", "fallback" or "eval"'],
  ['requestTypes:\n  answer: { default: gpt-5 }', 2, 'requestTypes.answer.default: must be an object'],
  ['requestTypes:\n  answer:\n    fallback: { model: gpt-5 }', 3, 'requestTypes.answer.fallback.provider: give a name'],
  ['requestTypes:\n  a: { eval: x }\n  "a ": { eval: x }', 3, '"a" is there twice: keep one'],
  [quotas({ scope: 'team' }), 2, 'quotas[0].scope: "team" is not known; known are feature, tenant'],
  [quotas({ period: 'week' }), 2, 'quotas[0].period: "week" is not known; known are day, month'],
  [quotas({ kind: 'firm' }), 2, 'quotas[0].kind: "firm" is not known; known are soft, hard'],
  [quotas({ usd: 5 }), 2, 'quotas[0].usd: write the amount as a decimal string'],
  [quotas({}, {}), 3, 'quotas[1]: a hard quota of feature "chat" by the day is there twice: keep one'],
  [
    quotas({}, { kind: 'soft', usd: '6' }),
    3,
    'quotas[1].usd: the soft quota of feature "chat" by the day is above its hard',
  ],
  [
    'billThresholds:\n  openai:\n    retry_cost_share: "0.1"',
    3,
    'billThresholds.openai: unknown key "retry_cost_share"; known are bill_coverage_drop_share, ',
  ],
  ['thresholds:\n  retry_share: "0.1"', 2, 'thresholds: unknown key "retry_share"; known are anomaly_min_usd_day, '],
  ['features:\n  search: {}\n  "search ": {}', 3, '"search" is there twice: keep one'],
  ['features:\n  search:\n    valuePerUnit: []', 3, 'features.search.valuePerUnit: give an amount, or a list'],
  ['features:\n  search:\n    replacedPerUnit:\n      - { from: 2026-02-30, usd: "1" }', 4, 'give a UTC day such as'],
  [
    'features:\n  search:\n    valuePerUnit:\n      - { usd: "1" }\n      - { usd: "2" }',
    5,
    'without "from" is there twice',
  ],
  [
    'tenants:\n  acme:\n    revenuePerMonth:\n      - { from: 2026-11-01, usd: "1" }\n      - { from: 2026-11-01, usd: "1" }',
    5,
    'tenants.acme.revenuePerMonth[1]: from 2026-11-01 is there twice: keep one',
  ],
  ['monthlyCosts:\n  - line: x\n    usd: "1"\n    from: 2026-13', 4, 'monthlyCosts[0].from: give a month'],
  ['monthlyCosts:\n  - line: x\n    usd: "1"\n    from: 2026-10\n    to: 2026-10', 5, 'must be a later month'],
  ['monthlyCosts:\n  - line: x\n    usd: "1"\n    features: { a: "60", b: "41" }', 4, 'more than "100" percent'],
])('an error names its line and what to do: %j', (text, line, message) => {
  expect(() => parseOwnersFile(text)).toThrow(
    expect.objectContaining({ line, message: expect.stringContaining(message) })
  );
});

test('a feature without an owner is its team’s, and a call without a team its feature’s', () => {
  const owners = parseOwners({
    owner: { name: 'Ada', team: 'AI platform', contact: '#ai' },
    budgetPerMonth: '40000',
    teams: { find: { owner: 'Bo', contact: '#find', costCentre: 'C1' } },
    features: { search: { team: 'find', budgetPerMonth: '0.1' }, chat: { owner: 'Cy' } },
  });
  expect([...teamsOfFeatures(owners)]).toEqual([['search', 'find']]);
  const [owner, budget] = ownerSeries(owners, TODAY);
  expect(owner?.series.map(({ labels }) => labels)).toEqual([
    { scope: 'total', name: 'AI platform', owner: 'Ada', contact: '#ai', cost_centre: '' },
    { scope: 'team', name: 'find', owner: 'Bo', contact: '#find', cost_centre: 'C1' },
    { scope: 'feature', name: 'search', owner: 'Bo', contact: '#find', cost_centre: 'C1' },
    { scope: 'feature', name: 'chat', owner: 'Cy', contact: '', cost_centre: '' },
  ]);
  expect(budget?.series.map(({ labels: { scope, name }, value }) => [scope, name, value])).toEqual([
    ['total', 'AI platform', 40_000],
    ['feature', 'search', 0.1],
  ]);
});

test('of amounts that change, in any order, the one that holds today is a metric', () => {
  const valuePerUnit = [
    { from: '2026-11-22', usd: '0.35' },
    { from: '2026-11-23', usd: '0.4' },
    { from: '2026-10-01', usd: '0.3' },
  ];
  const owners = parseOwners({ features: { search: { valuePerUnit } } });
  const on = (day: number) => ownerSeries(owners, day).find(({ name }) => name === 'genai_unit_value_usd')?.series;
  expect(on(TODAY)).toEqual([{ labels: { feature: 'search' }, value: 0.35 }]);
  expect(on(TODAY - 1)).toEqual([{ labels: { feature: 'search' }, value: 0.3 }]);
  expect(on(TODAY - 60)).toEqual([]);
});

test('models carry what providers announced, and the file wins key by key', () => {
  const { models } = parseOwners({
    models: [
      { provider: 'openai', model: 'gpt-4o', approved: false },
      { provider: 'openai', model: 'gpt-5', retires: '2027-12-31', replacement: 'gpt-5.4' },
      { provider: 'openai', model: 'own', retires: '2027-01-01' },
    ],
  });
  const of4o = ANNOUNCED_RETIREMENTS.find(({ model }) => model === 'gpt-4o');
  const find = (model: string) =>
    models.filter((one) => one.model === model).map(({ announced: _announced, ...terms }) => terms);
  expect(models.find(({ model }) => model === 'gpt-4o')?.announced).toEqual({
    retires: of4o?.retires,
    read: of4o?.read,
    source: of4o?.source,
  });
  expect(models.find(({ model }) => model === 'gpt-5')).toMatchObject({
    retires: '2027-12-31',
    announced: { retires: '2026-12-11' },
  });
  expect(models.find(({ model }) => model === 'own')?.announced).toBeUndefined();
  expect(find('gpt-4o')).toEqual([
    { provider: 'openai', model: 'gpt-4o', approved: false, retires: '2027-01-14', replacement: 'gpt-6-luna' },
  ]);
  expect(find('gpt-5')).toEqual([
    { provider: 'openai', model: 'gpt-5', retires: '2027-12-31', replacement: 'gpt-5.4' },
  ]);
  expect(find('own')).toHaveLength(1);
  expect(find('o3')).toEqual([{ provider: 'openai', model: 'o3', retires: '2026-12-11', replacement: 'gpt-5.6-sol' }]);
  const series = ownerSeries(parseOwners({}), TODAY);
  const of = (name: string) => series.find((one) => one.name === name)?.series;
  expect(of('genai_model_info')).toContainEqual({
    labels: {
      ...{ provider: 'openai', model: 'gpt-4o', tier: '', approved: '' },
      ...{ retires: '2027-01-14', replacement: 'gpt-6-luna' },
    },
    value: 1,
  });
  expect(of('genai_model_retires_timestamp_seconds')).toContainEqual({
    labels: { provider: 'openai', model: 'gpt-4o' },
    value: 1_799_884_800,
  });
});

test('every announced retirement has a source and real days, once, under the name that books have', () => {
  const prices = createPriceBook();
  const keys = ANNOUNCED_RETIREMENTS.map(({ provider, model }) => `${provider} ${model}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { provider, model, retires, replacement, read, source } of ANNOUNCED_RETIREMENTS) {
    for (const day of [retires, read]) {
      expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
    }
    expect(new URL(source).protocol).toBe('https:');
    expect(replacement).not.toBe(model);
    const card = prices.resolve({ provider, model, atMs: Date.parse(read) });
    expect(card.kind === 'card' ? card.model : model).toBe(model);
  }
});

test('quotas are exact and under the names that books have', () => {
  const [quota] = parseOwners({
    quotas: [{ scope: 'tenant', name: ' acme ', period: 'month', usd: '0.1', kind: 'soft' }],
  }).quotas;
  expect(quota).toEqual({
    ...{ scope: 'tenant', name: 'acme', period: 'month', usd: '0.1', kind: 'soft' },
    nanoUsd: 100_000_000n,
  });
});

/** Now and then something else than it should be. */
const or = (good: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 400, arbitrary: good },
    { weight: 1, arbitrary: fc.constantFrom(null, 8, '', ' ', true, [], {}, '101') }
  );
const name = or(fc.constantFrom('search', 'a b', 'x'.repeat(200)));
const amount = or(fc.constantFrom('0', '0.25', '40000'));
const entries = (keys: string[], value: fc.Arbitrary<unknown>) =>
  or(fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 3 }));
const whole = (record: Record<string, fc.Arbitrary<unknown>>) => or(fc.record(record));
const fields = (record: Record<string, fc.Arbitrary<unknown>>) => or(fc.record(record, { requiredKeys: [] }));
const entry = fc.record(
  { from: or(fc.constantFrom('2026-10-01', '2026-11-10', '2026-11-11')), usd: amount },
  { requiredKeys: ['usd'] }
);
const dated = fc.oneof(
  { weight: 4, arbitrary: amount },
  { weight: 1, arbitrary: or(fc.array(or(entry), { minLength: 1, maxLength: 2 })) }
);
const chosen = whole({ provider: name, model: name });
const who = { owner: name, contact: name, costCentre: name, budgetPerMonth: amount };
const anyFile = fields({
  owner: fields({ name, team: name, contact: name }),
  budgetPerMonth: amount,
  features: entries(
    ['search', 'search ', 'unallocated', '__proto__', '\n'],
    fields({ ...who, team: name, unitOfWork: name, valuePerUnit: dated })
  ),
  teams: entries(['find', 'constructor'], fields(who)),
  tenants: entries(
    ['acme', 'x'.repeat(300)],
    fields({ segment: name, plan: name, budgetPerMonth: amount, revenuePerMonth: dated })
  ),
  models: or(
    fc.array(
      fields({
        ...{ provider: name, model: name, tier: or(fc.constant('top')), approved: or(fc.boolean()) },
        ...{ retires: or(fc.constant('2027-01-31')), replacement: name },
      }),
      { maxLength: 3 }
    )
  ),
  requestTypes: entries(['answer', 'answer '], fields({ default: chosen, fallback: chosen, eval: name })),
  quotas: or(
    fc.array(
      whole({
        ...{ scope: or(fc.constantFrom('feature', 'tenant')), name, period: or(fc.constantFrom('day', 'month')) },
        ...{ usd: amount, kind: or(fc.constantFrom('soft', 'hard')) },
      }),
      { maxLength: 2 }
    )
  ),
  thresholds: entries([...Object.keys(THRESHOLDS), 'more'], amount),
  billThresholds: entries(['openai'], entries([...BILL_THRESHOLDS], amount)),
  monthlyCosts: or(
    fc.array(
      fields({ line: name, usd: amount, from: or(fc.constant('2026-10')), features: entries(['search', 'x'], amount) }),
      { maxLength: 2 }
    )
  ),
});
const BEYOND_THE_SCHEMA = /twice|more than "100"|later month|replace itself|never be told of/;

test('schema and validator agree, and a file that is taken gives each series once', async () => {
  const verdicts = { good: 0, bad: 0 };
  await fc.assert(
    fc.asyncProperty(anyFile, async (file) => {
      let problem: string | undefined;
      try {
        const owners = parseOwners(file);
        verdicts.good += 1;
        const registry = new Registry();
        registerOwnership(registry, { owners, state: { problem: undefined, loadedMs: 0 } }, Date.now);
        const lines = (await registry.metrics()).split('\n').filter((line) => line && !line.startsWith('#'));
        const series = lines.map((line) => line.slice(0, line.lastIndexOf(' ')));
        expect(new Set(series).size).toBe(series.length);
        expect(lines.every((line) => Number.isFinite(Number(line.split(' ').at(-1))))).toBe(true);
      } catch (error) {
        problem = (error as Error).message;
        expect((error as Error).name).toBe('ShapeError');
        verdicts.bad += 1;
      }
      const isGood = problem === undefined || BEYOND_THE_SCHEMA.test(problem);
      expect({ file, problem, isGood }).toEqual({ file, problem, isGood: validate(file) });
    }),
    { numRuns: 2_000 }
  );
  expect(Math.min(verdicts.good, verdicts.bad)).toBeGreaterThan(100);
});

test('without a file the thresholds stand, and nothing is said of a file', async () => {
  const registry = new Registry();
  registerOwnership(registry, undefined, Date.now);
  const samples = (await registry.metrics()).split('\n').filter((line) => line && !line.startsWith('#'));
  expect(samples).toHaveLength(Object.keys(THRESHOLDS).length + 2 * ANNOUNCED_RETIREMENTS.length);
});

function quotas(...changes: object[]): string {
  const quota = { scope: 'feature', name: 'chat', period: 'day', usd: '5', kind: 'hard' };
  return `quotas:\n${changes.map((change) => `  - ${JSON.stringify({ ...quota, ...change })}`).join('\n')}`;
}
