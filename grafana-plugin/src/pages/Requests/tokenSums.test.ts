import { TOKEN_TYPES } from '@ai-finops/instrumentation/contract';
import fc from 'fast-check';
import { tokenSums } from './tokenSums.ts';

test('tells sent, cached and received tokens apart; searches and fees are no tokens', () => {
  expect(
    tokenSums({
      quantities: { input: 400, cache_write_5m: 60, cache_read: 1_024, output: 100, reasoning: 28, web_search: 3 },
    })
  ).toEqual({ in: 460, cached: 1_024, out: 128 });
  expect(tokenSums({ quantities: null })).toBeUndefined();
});

test('every token is counted once', () => {
  const quantities = fc.dictionary(fc.constantFrom(...TOKEN_TYPES), fc.nat(1e9));
  fc.assert(
    fc.property(quantities, (counted) => {
      const sums = tokenSums({ quantities: counted });
      const all = Object.values(counted).reduce((sum, tokens) => sum + tokens, 0);
      expect((sums?.in ?? 0) + (sums?.cached ?? 0) + (sums?.out ?? 0)).toBe(all);
    })
  );
});
