import fc from 'fast-check';
import { NO_OVERLAY } from './noOverlay.ts';
import { parsePriceOverlay } from './parsePriceOverlay.ts';
import { ShapeError } from './shapeError.ts';

const contract = { provider: 'openai', from: '2026-10-05', discountPercent: '8' };

test('reads days, percent and rates', () => {
  expect(
    parsePriceOverlay({ contracts: [{ ...contract, to: '2027-01-01', ratesPerMillion: { input: '0.22' } }] })
  ).toEqual({
    tiers: [],
    aliases: [],
    accounts: new Map(),
    contracts: [
      {
        id: 'contract-1',
        provider: 'openai',
        model: undefined,
        tier: undefined,
        components: undefined,
        fromMs: Date.UTC(2026, 9, 5),
        toMs: Date.UTC(2027, 0, 1),
        discountPpm: 80_000n,
        rates: { input: 220_000_000_000n },
      },
    ],
  });
});

test.each([
  [null, 'top level: must be an object'],
  [{ contracts: {} }, 'contracts: must be an array'],
  [{ contract: [] }, 'top level: unknown key "contract"; known are contracts, tiers, aliases'],
  [{ contracts: [{ ...contract, provider: ' ' }] }, 'contracts[0].provider: give a name'],
  [{ contracts: [contract, { ...contract, from: '2026-02-30' }] }, 'contracts[1].from: give a UTC day'],
  [{ contracts: [{ ...contract, to: '2026-10-05' }] }, '"to" must be a later day'],
  [{ contracts: [{ ...contract, discountPercent: 8 }] }, 'decimal string'],
  [{ contracts: [{ ...contract, discountPercent: '101' }] }, 'at most "100" percent'],
  [{ contracts: [{ ...contract, rates: {} }] }, 'unknown key "rates"'],
  [{ contracts: [{ ...contract, ratesPerMillion: { inputs: '1' } }] }, 'unknown key "inputs"'],
  [{ contracts: [{ provider: 'openai', from: '2026-10-05' }] }, 'give "discountPercent" or "ratesPerMillion"'],
  [{ contracts: [{ from: '2026-10-05', discountPercent: '8' }] }, 'contracts[0].provider: give a name'],
  [{ contracts: [{ ...contract, components: ['inputs'] }] }, 'contracts[0].components[0]: "inputs" is not known'],
  [{ tiers: [{ provider: 'openai', tier: 'scale' }] }, 'give "multiplier", "multipliers" or "ratesPerMillion"'],
  [{ tiers: [{ provider: 'openai', tier: 'scale', multiplier: '-1' }] }, 'tiers[0].multiplier: "-1" is not a non-neg'],
  [{ aliases: [{ provider: 'azure', alias: 'prod' }] }, 'aliases[0].model: give a name'],
  [{ selfHosted: [{ provider: 'vllm', model: 'qwen' }] }, 'selfHosted[0].ratesPerMillion: must be an object'],
])('says what is wrong with %j', (json, message) => {
  expect(() => parsePriceOverlay(json)).toThrow(message);
});

test('an empty file is a list without terms', () => {
  expect(parsePriceOverlay({})).toEqual(NO_OVERLAY);
});

test('anything else is refused with its place, never half read', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom('contracts', 'tiers', 'aliases', 'accounts'), (json, section) => {
      for (const file of [json, { [section]: json }, { [section]: [json] }]) {
        try {
          expect(parsePriceOverlay(file)).toEqual(NO_OVERLAY);
        } catch (error) {
          expect(error).toBeInstanceOf(ShapeError);
          expect((error as Error).message).toMatch(/^(top level|contracts|tiers|aliases|accounts)/);
        }
      }
    })
  );
});
