import { parseOwners } from './parseOwners.ts';

const year = { provider: 'openai', usd: '52000.5', from: '2026-07-01', to: '2027-07-01' };
const next = { ...year, from: '2027-07-01', to: '2028-07-01', usedBefore: '0' };

test('commitments follow one another, whoever wrote them in what order', () => {
  const other = { ...year, provider: 'anthropic', from: '2027-01-01' };
  expect(parseOwners({ commitments: [next, other, year] }).commitments).toEqual([year, other, next]);
  expect(parseOwners({}).commitments).toEqual([]);
});

test.each([
  [[{ ...year, to: '2026-07-01' }], /commitments\[?.?0\]?\.to: "to" must be a later day/],
  [[next, { ...year, to: '2027-07-02' }], /openai has one until 2027-07-02 already/],
  [[{ ...year, usd: 52_000 }], /usd/],
  [[{ ...year, from: '2026-07' }], /from/],
])('%j is refused', (commitments, expected) => {
  expect(() => parseOwners({ commitments })).toThrow(expected);
});
