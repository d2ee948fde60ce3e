import { monthlyBand } from './monthlyBand.ts';

/** 2026-11-22. */
const TODAY = 20_779;

const rows = (usd: (index: number) => number) =>
  Array.from({ length: 90 }, (_, index) => ({ day: TODAY - 90 + index, usd: usd(index) }));

test('steady spend is twelve whole months with no band to speak of', () => {
  const band = monthlyBand(
    rows(() => 10),
    TODAY
  );
  const months = band.state === 'ready' ? band.months : [];
  expect(months.map(({ month }) => month)).toEqual([
    ...['2026-12', ...Array.from({ length: 11 }, (_, index) => `2027-${String(index + 1).padStart(2, '0')}`)],
  ]);
  expect(months[0]?.middle).toBeCloseTo(310, 6);
  expect(months[2]?.high).toBeCloseTo(280, 6);
});

test('growth is a band from a level that stays to a trend that goes on, wider every month', () => {
  const band = monthlyBand(
    rows((index) => 10 * 1.01 ** index),
    TODAY
  );
  const months = band.state === 'ready' ? band.months : [];
  const widths = months.map(({ low, middle, high }) => {
    expect(low).toBeLessThan(middle);
    expect(middle).toBeLessThan(high);
    return high / low;
  });
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
});

test('assumptions scale it, and without history there is a word', () => {
  const doubled = monthlyBand(
    rows(() => 10),
    TODAY,
    { usage: 2, price: 1, mix: 1, effects: [] }
  );
  expect(doubled.state === 'ready' && doubled.months[0]?.middle).toBeCloseTo(620, 6);
  expect(monthlyBand([], TODAY)).toMatchObject({ state: 'no_history' });
});
