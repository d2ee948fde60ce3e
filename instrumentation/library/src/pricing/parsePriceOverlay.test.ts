import fc from 'fast-check';
import { parsePriceOverlay } from './parsePriceOverlay.ts';

const contract = { provider: 'openai', from: '2026-10-05', discountPercent: '8' };

test('reads days, percent and rates', () => {
  expect(
    parsePriceOverlay({ contracts: [{ ...contract, to: '2027-01-01', ratesPerMillion: { input: '0.22' } }] })
  ).toEqual({
    contracts: [
      {
        id: 'contract-1',
        provider: 'openai',
        model: undefined,
        fromMs: Date.UTC(2026, 9, 5),
        toMs: Date.UTC(2027, 0, 1),
        discountPpm: 80_000n,
        rates: { input: 220_000_000_000n },
      },
    ],
  });
});

test.each([
  [null, 'price overlay: must be an object'],
  [{}, '"contracts" must be an array'],
  [{ contracts: [{ ...contract, provider: ' ' }] }, 'contracts[0].provider: give a name'],
  [{ contracts: [contract, { ...contract, from: '2026-02-30' }] }, 'contracts[1].from: give a UTC day'],
  [{ contracts: [{ ...contract, to: '2026-10-05' }] }, '"to" must be a later day'],
  [{ contracts: [{ ...contract, discountPercent: 8 }] }, 'decimal string'],
  [{ contracts: [{ ...contract, discountPercent: '101' }] }, 'at most "100" percent'],
  [{ contracts: [{ ...contract, rates: {} }] }, 'unknown key "rates"'],
  [{ contracts: [{ ...contract, ratesPerMillion: { inputs: '1' } }] }, 'unknown component "inputs"'],
  [{ contracts: [{ provider: 'openai', from: '2026-10-05' }] }, 'give "discountPercent", "ratesPerMillion" or both'],
])('says what is wrong with %j', (json, message) => {
  expect(() => parsePriceOverlay(json)).toThrow(message);
});

test('anything else is refused with an Error, never half read', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      try {
        expect(parsePriceOverlay(json)).toEqual({ contracts: [] });
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
        expect((error as Error).message).toMatch(/overlay|contracts/);
      }
    })
  );
});
