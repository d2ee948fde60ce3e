import { median } from '@ai-finops/ledger/analysis';

test('the ledger’s analysis runs where the app runs', () => {
  expect(median([3, 1, 2])).toBe(2);
});
