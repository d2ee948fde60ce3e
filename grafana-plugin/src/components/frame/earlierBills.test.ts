import { earlierBills as shown } from './earlierBills.ts';

const earlierBills = (...of: Parameters<typeof shown>) =>
  shown(...of).map((words) => words.replaceAll(/[\u00a0\u202f]/g, ' '));

const bills = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    month: new Date(Date.UTC(2025, 8 + index, 1)).toISOString().slice(0, 7),
    ratio: 0.99 + index / 100,
  }));
const of = (count: number) => ({ provider: 'openai', month: '2026-10', ratio: 1, earlier: bills(count) });

test('few bills are named one by one, a year of them by how many they are and how far they go', () => {
  expect(earlierBills([of(0)])).toEqual([]);
  expect(earlierBills([of(2), { ...of(1), provider: 'anthropic' }])).toEqual([
    'openai September 2025 −1.0 %, October 2025 unchanged',
    'anthropic September 2025 −1.0 %',
  ]);
  expect(earlierBills([of(12)])).toEqual(['openai 12 bills of September 2025 to August 2026, −1.0 % to +10.0 %']);
});
