import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { parse } from 'yaml';
import { ownerSeries } from './ownerSeries.ts';
import { ownersFileSchema } from './ownersFileSchema.ts';
import { parseOwners } from './parseOwners.ts';
import { parseOwnersFile } from './parseOwnersFile.ts';
import { registerOwnership } from './registerOwnership.ts';
import { teamsOfFeatures } from './teamsOfFeatures.ts';
import { THRESHOLDS } from './thresholds.ts';

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
  ['thresholds:\n  retry_share: "0.1"', 2, 'thresholds: unknown key "retry_share"; known are anomaly_min_usd_day, '],
  ['features:\n  search: {}\n  "search ": {}', 3, '"search" is there twice: keep one'],
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
  const [owner, budget] = ownerSeries(owners);
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

/** Now and then something else than it should be. */
const or = (good: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 80, arbitrary: good },
    { weight: 1, arbitrary: fc.constantFrom(null, 8, '', ' ', true, [], {}, '101') }
  );
const name = or(fc.constantFrom('search', 'a b', 'x'.repeat(200)));
const amount = or(fc.constantFrom('0', '0.25', '40000'));
const entries = (keys: string[], value: fc.Arbitrary<unknown>) =>
  or(fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 3 }));
const fields = (record: Record<string, fc.Arbitrary<unknown>>) => or(fc.record(record, { requiredKeys: [] }));
const who = { owner: name, contact: name, costCentre: name, budgetPerMonth: amount };
const anyFile = fields({
  owner: fields({ name, team: name, contact: name }),
  budgetPerMonth: amount,
  features: entries(
    ['search', 'search ', 'unallocated', '__proto__', '\n'],
    fields({ ...who, team: name, unitOfWork: name, valuePerUnit: amount })
  ),
  teams: entries(['find', 'constructor'], fields(who)),
  tenants: entries(['acme', 'x'.repeat(300)], fields({ segment: name, plan: name, budgetPerMonth: amount })),
  models: or(
    fc.array(fields({ provider: name, model: name, tier: or(fc.constant('top')), approved: or(fc.boolean()) }), {
      maxLength: 3,
    })
  ),
  thresholds: entries([...Object.keys(THRESHOLDS), 'more'], amount),
  monthlyCosts: or(
    fc.array(
      fields({ line: name, usd: amount, from: or(fc.constant('2026-10')), features: entries(['search', 'x'], amount) }),
      { maxLength: 2 }
    )
  ),
});
const BEYOND_THE_SCHEMA = /twice|more than "100"|later month/;

test('schema and validator agree, and a file that is taken gives each series once', async () => {
  const verdicts = { good: 0, bad: 0 };
  await fc.assert(
    fc.asyncProperty(anyFile, async (file) => {
      let problem: string | undefined;
      try {
        const owners = parseOwners(file);
        verdicts.good += 1;
        const registry = new Registry();
        registerOwnership(registry, { owners, state: { problem: undefined, loadedMs: 0 } });
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
  registerOwnership(registry, undefined);
  const samples = (await registry.metrics()).split('\n').filter((line) => line && !line.startsWith('#'));
  expect(samples).toHaveLength(Object.keys(THRESHOLDS).length);
});
