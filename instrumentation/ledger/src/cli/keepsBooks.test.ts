import { keepsBooks } from './keepsBooks.ts';

test.each([
  ['ledger', true],
  ['ledger --data books --host 0.0.0.0', true],
  ['ledger --data=books', true],
  ['ledger --data books verify', false],
  ['ledger close --status', false],
  ['ledger --help', false],
  ['ledger help', false],
  ['bills list', false],
  ['', false],
])('%p runs a ledger: %p', (words, runs) => {
  expect(keepsBooks(words.split(' '))).toBe(runs);
});
