import fc from 'fast-check';
import { DAY_MS } from './dayMs.ts';
import { isoDay } from './isoDay.ts';
import { ratioPieces } from './ratioPieces.ts';

const at = (text: string) => Date.parse(text);
const openai = {
  ...{ provider: 'openai', month: '2026-10', ratio: 1.1 },
  earlier: [
    { month: '2026-08', ratio: 1.3 },
    { month: '2026-09', ratio: 1.2 },
  ],
};
const anthropic = { provider: 'anthropic', month: '2026-09', ratio: 0.9, earlier: [] };

test('days are cut where a month has another bill; without one of its own a month takes the newest', () => {
  const ratios = (one: number) => [
    { provider: 'openai', ratio: one },
    { provider: 'anthropic', ratio: 0.9 },
  ];
  expect(ratioPieces([openai, anthropic], at('2026-07-30'), at('2026-11-22'))).toEqual([
    { firstDay: at('2026-07-30'), lastDay: at('2026-07-31'), ratios: ratios(1.1) },
    { firstDay: at('2026-08-01'), lastDay: at('2026-08-31'), ratios: ratios(1.3) },
    { firstDay: at('2026-09-01'), lastDay: at('2026-09-30'), ratios: ratios(1.2) },
    { firstDay: at('2026-10-01'), lastDay: at('2026-11-22'), ratios: ratios(1.1) },
  ]);
});

const ratio = fc.constantFrom(0.9, 1, 1.1);
const calibration = fc.record({
  provider: fc.constantFrom('a', 'b'),
  month: fc.constant('2026-10'),
  ratio,
  earlier: fc
    .uniqueArray(fc.integer({ min: 1, max: 9 }))
    .chain((months) => fc.tuple(...months.map((month) => fc.record({ month: fc.constant(`2026-0${month}`), ratio })))),
});

test('pieces hold every day once, at the ratio of its own month, and as few as that takes', () => {
  const days = fc.integer({ min: 0, max: 500 });
  fc.assert(
    fc.property(fc.array(calibration, { maxLength: 3 }), days, days, (known, from, length) => {
      const firstDay = at('2025-10-05') + from * DAY_MS;
      const pieces = ratioPieces(known, firstDay, firstDay + length * DAY_MS);
      const days = pieces.flatMap((piece) =>
        Array.from({ length: (piece.lastDay - piece.firstDay) / DAY_MS + 1 }, (_, index) => ({
          day: piece.firstDay + index * DAY_MS,
          ratios: piece.ratios.map((one) => one.ratio),
        }))
      );
      expect(days.map(({ day }) => day)).toEqual(
        Array.from({ length: length + 1 }, (_, index) => firstDay + index * DAY_MS)
      );
      days.forEach(({ day, ratios }) => {
        const month = isoDay(day).slice(0, 7);
        expect(ratios).toEqual(
          known.map((one) => one.earlier.find((bill) => bill.month === month)?.ratio ?? one.ratio)
        );
      });
      const told = pieces.map(({ ratios }) => JSON.stringify(ratios));
      expect(told.some((text, index) => text === told[index - 1])).toBe(false);
    })
  );
});
