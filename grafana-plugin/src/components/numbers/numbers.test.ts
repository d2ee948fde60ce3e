import { formatChange } from './formatChange.ts';
import { formatCount } from './formatCount.ts';
import { formatDay } from './formatDay.ts';
import { formatMoneyShort } from './formatMoneyShort.ts';
import { formatShare } from './formatShare.ts';
import { formatUnitCost } from './formatUnitCost.ts';

const plain = (text: string | undefined) => text?.replaceAll('\u202f', ' ');

test.each([
  [99.99, '$99.99'],
  [99.999, '$100'],
  [1284.37, '$1,284'],
  [9999.6, '$10.0k'],
  [26_903, '$26.9k'],
  [999_600, '$1.00M'],
  [1_284_370, '$1.28M'],
  [3.2e9, '$3.20B'],
  [-26_903, '−$26.9k'],
])('at a glance %d is %s', (usd, text) => {
  expect(formatMoneyShort(usd)).toBe(text);
});

test.each([
  [0.00235, '$0.00235'],
  [0.4117, '$0.412'],
  [0.9999, '$1.00'],
  [12.5, '$12.50'],
])('a call at %d costs %s', (usd, text) => {
  expect(formatUnitCost(usd)).toBe(text);
});

test.each([
  [112.4, 100, '▲ 12.4 %'],
  [96, 100, '▼ 4.0 %'],
  [100.04, 100, 'unchanged'],
  [1200, 100, '▲ 12×'],
  [5, 0, 'new'],
  [0, 0, 'unchanged'],
  [0, 5, '▼ 100.0 %'],
  [undefined, 5, undefined],
  [5, undefined, undefined],
])('%p after %p is %p', (now, before, text) => {
  expect(plain(formatChange(now, before))).toBe(text);
});

test.each([
  [0.0213, '2.1 %'],
  [0, '0 %'],
  [0.0002, '< 0.1 %'],
  [1, '100 %'],
])('a share of %d is %s', (share, text) => {
  expect(plain(formatShare(share))).toBe(text);
});

test('counts in thousands, days in words and in UTC', () => {
  expect(formatCount(182004)).toBe('182,004');
  expect(formatDay(Date.UTC(2026, 10, 22))).toBe('Sun 22 Nov');
});
