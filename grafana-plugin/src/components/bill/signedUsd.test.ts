import { signedUsd } from './signedUsd.ts';

test.each([
  ['0', '$0'],
  ['1', '<$0.01'],
  ['-4999999', '<$0.01'],
  ['5000000', '+$0.01'],
  ['-12300000', '−$0.01'],
  ['99000000', '+$0.10'],
  ['-1284370000000', '−$1,284.37'],
])('a step of %s nano-USD is %s', (nanoUsd, words) => {
  expect(signedUsd(nanoUsd)).toBe(words);
});
