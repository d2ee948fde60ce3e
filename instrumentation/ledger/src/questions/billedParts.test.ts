import fc from 'fast-check';
import { eventDay } from '../store/eventDay.ts';
import { billedParts } from './billedParts.ts';
import { calibratedCost } from './calibratedCost.ts';

const [OCTOBER, NOVEMBER] = [eventDay(Date.UTC(2026, 9, 22)), eventDay(Date.UTC(2026, 10, 22))];
const ratio = fc.bigInt({ min: 1n, max: 10n ** 13n });
const part = fc.record({
  nanoUsd: fc.bigInt({ min: -(10n ** 6n), max: 10n ** 15n }),
  provider: fc.constantFrom('openai', 'anthropic', ''),
  day: fc.constantFrom(OCTOBER, NOVEMBER),
});

test('parts add up to the whole as billed, however it is cut and in whatever order', () => {
  fc.assert(
    fc.property(fc.array(part), ratio, ratio, ratio, (parts, openai, october, anthropic) => {
      const ratios = new Map([
        [
          'openai',
          new Map([
            ['', openai],
            ['2026-10', october],
          ]),
        ],
        ['anthropic', new Map([['2026-11', anthropic]])],
      ]);
      const sum = (some: typeof parts) => {
        const billed = billedParts(ratios);
        return some.reduce((total, { nanoUsd, ...of }) => total + billed(nanoUsd, of), 0n);
      };
      const halves = parts.flatMap((one) => [
        { ...one, nanoUsd: one.nanoUsd / 2n },
        { ...one, nanoUsd: one.nanoUsd - one.nanoUsd / 2n },
      ]);
      expect(sum(halves.toReversed())).toBe(sum(parts));
      const billed = billedParts(ratios);
      for (const { nanoUsd, ...of } of parts) {
        const held = ratios.get(of.provider)?.get(of.day === OCTOBER ? '2026-10' : '2026-11');
        const exact = held ?? ratios.get(of.provider)?.get('');
        const off = billed(nanoUsd, of) - calibratedCost(nanoUsd, exact);
        expect(off >= -1n && off <= 1n).toBe(true);
      }
    })
  );
});

test('of many small parts no cent goes astray', () => {
  const billed = billedParts(new Map([['openai', new Map([['', 1_500_000_000_000n]])]]));
  const of = { provider: 'openai', day: NOVEMBER };
  expect([1n, 1n, 1n].map((one) => billed(one, of))).toEqual([2n, 1n, 2n]);
  expect(billed(7n, { provider: 'local', day: NOVEMBER })).toBe(7n);
});
