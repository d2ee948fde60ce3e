import fc from 'fast-check';
import { applyAssumptions, type Assumptions } from './applyAssumptions.ts';
import type { ForecastPath } from './forecastPath.ts';
import { intervalOf } from './intervalOf.ts';

const AS_IS: Assumptions = { usage: 1, price: 1, mix: 1, effects: [] };
const path: ForecastPath = {
  firstDay: 100,
  usd: [100, 100, 100, 100],
  spreads: [{ kind: 'daily', usd: [5, 5, 5, 5] }],
};
const exactly = (size: number) => ({ low: size, likely: size, high: size });

test('half, as expected and double scale days and bounds alike', () => {
  for (const usage of [0.5, 1, 2]) {
    const scaled = intervalOf(applyAssumptions(path, { ...AS_IS, usage }), 0, 4);
    const plain = intervalOf(path, 0, 4);
    expect(scaled.usd).toBe(usage * plain.usd);
    expect(scaled.bounds[95].high).toBeCloseTo(usage * plain.bounds[95].high, 9);
  }
  expect(applyAssumptions(path, { ...AS_IS, usage: 2, price: 0.5, mix: 3 }).usd).toEqual([300, 300, 300, 300]);
});

test('an optimization works from its day on, on top of the usage, and is as uncertain as it is said to be', () => {
  const size = { low: 0.8, likely: 0.85, high: 0.9 };
  const effects = [{ name: 'caching', fromDay: 102, kind: 'multiply' as const, size }];
  const { usd, spreads } = applyAssumptions(path, { ...AS_IS, usage: 2, effects });
  expect(usd).toEqual([200, 200, 170, 170]);
  expect(spreads[1]?.kind).toBe('shared');
  expect(spreads[1]?.usd[1]).toBe(0);
  expect(spreads[1]?.usd[2]).toBeCloseTo(9.1, 2);
});

test('a launch comes on top and ends on its last day; savings stop at 0', () => {
  const launch = { name: 'launch', fromDay: 101, throughDay: 102, kind: 'add' as const, size: exactly(40) };
  expect(applyAssumptions(path, { ...AS_IS, usage: 2, effects: [launch] }).usd).toEqual([200, 240, 240, 200]);
  const off = { name: 'off', fromDay: 103, kind: 'add' as const, size: exactly(-500) };
  expect(applyAssumptions(path, { ...AS_IS, effects: [off] }).usd).toEqual([100, 100, 100, 0]);
});

test('the order of effects does not matter', () => {
  const effect = fc.record({
    name: fc.constant('x'),
    fromDay: fc.integer({ min: 98, max: 106 }),
    kind: fc.constantFrom('multiply' as const, 'add' as const),
    size: fc.double({ min: 0.1, max: 3, noNaN: true }).map(exactly),
  });
  fc.assert(
    fc.property(fc.array(effect, { maxLength: 5 }), (effects) => {
      const [forth, back] = [effects, [...effects].reverse()].map(
        (some) => applyAssumptions(path, { ...AS_IS, effects: some }).usd
      );
      forth?.forEach((usd, index) => expect(usd).toBeCloseTo(back?.[index] ?? NaN, 9));
    })
  );
});

test('factors and ranges that cannot be are refused with what to give instead', () => {
  expect(() => applyAssumptions(path, { ...AS_IS, usage: NaN })).toThrow('usage is a factor of 0 or more');
  const effect = { name: 'caching', fromDay: 1, kind: 'multiply' as const, size: { low: 2, likely: 1, high: 3 } };
  expect(() => applyAssumptions(path, { ...AS_IS, effects: [effect] })).toThrow('caching: give low ≤ likely ≤ high');
  expect(() => applyAssumptions(path, { ...AS_IS, effects: [{ ...effect, size: exactly(0) }] })).toThrow('above 0');
});
