import { thresholdWords } from './thresholdWords.ts';

test.each([
  ['unallocated_share', 0.05, 'Share of cost that may name no feature', '5.0\u202f%'],
  ['user_usd_month', 3, 'USD a month an active user may cost', '$3.00'],
  ['reviews_skipped', 2, 'Weekly reviews in a row that may be skipped', '2'],
  ['of_tomorrow', 0.7, 'of_tomorrow', '0.7'],
])('%s of %d has words and a unit', (name, value, says, limit) => {
  expect(thresholdWords(name, value)).toEqual({ says, limit });
});
