import { basisWords } from './basisWords.ts';

const at = (text: string) => Date.parse(text);
const openai = {
  ...{ provider: 'openai', month: '2026-02', ratio: 1.1 },
  earlier: [
    { month: '2025-11', ratio: 1.3 },
    { month: '2025-12', ratio: 1.2 },
  ],
};
const anthropic = { provider: 'anthropic', month: '2026-01', ratio: 0.9, earlier: [] };

test.each([
  [undefined, 'calibrated, bills of Jan, Feb 2026'],
  // Neither has a bill of March: both take their newest.
  [['2026-03-01', '2026-03-09'], 'calibrated, bills of Jan, Feb 2026'],
  [['2025-11-30', '2025-11-30'], 'calibrated, bills of Nov 2025, Jan 2026'],
  [['2025-11-30', '2026-03-01'], 'calibrated, bills of Nov, Dec 2025, Jan, Feb 2026'],
])('of %s names the bills that were used', (days, words) => {
  const [firstDay = '', lastDay = ''] = days ?? [];
  expect(basisWords([openai, anthropic], days && { firstDay: at(firstDay), lastDay: at(lastDay) })).toBe(words);
});

test('one bill is named in full; without any it is an estimate', () => {
  const days = { firstDay: at('2025-12-01'), lastDay: at('2025-12-31') };
  expect(basisWords([openai], days)).toBe('calibrated, bill of December 2025');
  expect(basisWords([], days)).toBe('estimate');
});

test('a year of bills is told by its ends', () => {
  const earlier = Array.from({ length: 12 }, (_, index) => ({
    month: new Date(Date.UTC(2025, 1 + index, 1)).toISOString().slice(0, 7),
    ratio: 1 + index / 100,
  }));
  const days = { firstDay: at('2025-03-01'), lastDay: at('2026-02-28') };
  expect(basisWords([{ ...openai, earlier }], days)).toBe('calibrated, bills of 12 months, Mar 2025 to Feb 2026');
});
