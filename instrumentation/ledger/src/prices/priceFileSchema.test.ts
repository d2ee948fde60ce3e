import { COMPONENTS } from '@ai-finops/instrumentation/contract';
import { parsePriceOverlay } from '@ai-finops/instrumentation/pricing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parsePriceFile } from './parsePriceFile.ts';
import { priceFileSchema } from './priceFileSchema.ts';

const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(priceFileSchema());

test('the published schema is the one the validator is made from (`ai-finops price schema` prints it)', () => {
  const published: unknown = JSON.parse(readFileSync(join(__dirname, '../../docs/prices.schema.json'), 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(priceFileSchema())));
});

test('the example of the documentation is valid, to the schema and to the ledger', () => {
  const documentation = readFileSync(join(__dirname, '../../docs/prices.md'), 'utf8');
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(documentation) ?? [];
  const overlay = parsePriceFile(example);
  expect(validate(parse(example))).toBe(true);
  expect(overlay).toMatchObject({ contracts: { length: 5 }, tiers: { length: 2 }, aliases: { length: 2 } });
  expect(overlay.accounts.get('1f2e3d4c')).toBe('search production');
});

/** Now and then something else than it should be. */
const or = (good: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 12, arbitrary: good },
    { weight: 1, arbitrary: fc.constantFrom(null, 8, '', ' ', 'x', '1e3', '-1', [], {}, '101') }
  );
const name = or(fc.constantFrom('openai', 'gpt-5', 'batch', 'a b'));
const day = or(fc.constantFrom('2026-01-01', '2026-1-1', '2026-13-01'));
const amount = or(fc.constantFrom('0', '1', '0.25', '12.000000000000000001', '1.', '.5', '0.0000000000000000001'));
const amounts = or(fc.dictionary(fc.constantFrom(...COMPONENTS, 'tokens'), amount, { maxKeys: 3 }));
const entry = fc.record(
  {
    provider: name,
    model: name,
    tier: name,
    from: day,
    discountPercent: or(fc.constantFrom('0', '8', '99.5', '100', '100.0', '100.1', '101')),
    components: or(fc.array(fc.constantFrom(...COMPONENTS, 'tokens'), { maxLength: 2 })),
    ratesPerMillion: amounts,
    multiplier: amount,
    multipliers: amounts,
    alias: name,
    fingerprint: name,
    name,
    more: name,
  },
  { requiredKeys: [] }
);
const KEYS = {
  contracts: ['provider', 'model', 'tier', 'from', 'discountPercent', 'components', 'ratesPerMillion'],
  tiers: ['provider', 'model', 'tier', 'from', 'multiplier', 'multipliers', 'ratesPerMillion'],
  aliases: ['provider', 'alias', 'model'],
  accounts: ['fingerprint', 'name'],
  selfHosted: ['provider', 'model', 'from', 'ratesPerMillion'],
};
const section = fc.constantFrom(...(Object.keys(KEYS) as (keyof typeof KEYS)[]));

test('schema and validator come to the same verdict', () => {
  const verdicts = { good: 0, bad: 0 };
  fc.assert(
    fc.property(section, fc.array(entry, { maxLength: 2 }), fc.boolean(), (key, entries, noise) => {
      const kept = entries.map((item) =>
        Object.fromEntries(
          Object.entries(item).filter(([field]) => KEYS[key].includes(field) || (noise && field === 'more'))
        )
      );
      const file = { [key]: kept };
      let isGood = true;
      try {
        parsePriceOverlay(file);
      } catch {
        isGood = false;
      }
      verdicts[isGood ? 'good' : 'bad'] += 1;
      expect({ file, isGood }).toEqual({ file, isGood: validate(file) });
    }),
    { numRuns: 3_000 }
  );
  expect(Math.min(verdicts.good, verdicts.bad)).toBeGreaterThan(200);
});
