import { validHalfWidth } from './validHalfWidth.ts';
import { verdict } from './verdict.ts';

const at = (log: number, se = 0.03) => ({ log, se, ordinary: 2 * se });

test('the interval for all looks is half as wide again as for one', () => {
  expect(validHalfWidth(0.03)).toBeCloseTo(0.091, 3);
});

test('working and harmful stand outside the interval for all looks', () => {
  expect(verdict(at(-0.1), 10, 8, undefined)).toBe('working');
  expect(verdict(at(0.1), 10, 8, undefined)).toBe('harmful');
  expect(verdict(at(-0.3), 2, 8, undefined)).toBe('too_early');
});

test('not proven yet is too early while a verdict can be expected, and not proven after that', () => {
  expect(verdict(at(-0.07), 10, 20, undefined)).toBe('too_early');
  expect(verdict(at(-0.07), 20, 20, undefined)).toBe('not_proven');
});

test('an effect that is surely less than announced is not proven, without waiting', () => {
  expect(verdict(at(-0.02), 10, 20, -0.2)).toBe('not_proven');
  expect(verdict(at(-0.17), 10, 20, -0.2)).toBe('working');
});
