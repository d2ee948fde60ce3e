import { retryAfterMs } from './retryAfterMs.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');

it.each([
  ['3', 3000],
  ['0.5', 500],
  ['Mon, 23 Nov 2026 12:00:10 GMT', 10_000],
  ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
  ['99999', 300_000],
  ['-5', 0],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s means %s ms', (value, expected) => {
  expect(retryAfterMs(value, NOW)).toBe(expected);
});
