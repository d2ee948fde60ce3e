import { servedTier, tierTraits } from './servedTier.ts';

test.each([
  [{}, undefined],
  [{ serviceTier: 'default' }, 'default'],
  [{ serviceTier: 'flex' }, 'flex'],
  [{ serviceTier: 'standard', speed: 'standard', inferenceGeo: 'not_available' }, 'standard'],
  [{ serviceTier: 'standard', speed: 'fast' }, 'fast'],
  [{ serviceTier: 'batch', inferenceGeo: 'us' }, 'batch+geo_us'],
  [{ speed: 'fast', inferenceGeo: 'US' }, 'fast+geo_us'],
])('%j is served as %s', (served, name) => {
  expect(servedTier(served)).toBe(name);
});

test.each([
  [undefined, []],
  ['auto', []],
  ['ON_DEMAND', []],
  ['ON_DEMAND_FLEX', ['flex']],
  ['batch+geo_us', ['batch', 'geo_us']],
  ['batch+batch+default', ['batch']],
])('%s changes the price by %j', (tier, traits) => {
  expect(tierTraits(tier)).toEqual(traits);
});
