import { serverWords } from './serverWords.ts';

test.each([
  [{ status: 502, data: { message: 'ledger does not answer' } }, '502: ledger does not answer'],
  [{ status: 500, data: 'plain' }, '500: plain'],
  [{ status: 404, statusText: 'Not Found', data: {} }, '404: Not Found'],
  [new Error('parse error'), 'parse error'],
  [undefined, 'no reason given'],
])('%p says %p', (error, words) => {
  expect(serverWords(error)).toBe(words);
});
