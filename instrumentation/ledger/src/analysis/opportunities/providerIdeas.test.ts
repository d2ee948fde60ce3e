import fc from 'fast-check';
import type { BillLine } from '../reconciliation/billLine.ts';
import { contractIdea } from './contractIdea.ts';
import { idleCommitment } from './idleCommitment.ts';

const use = { low: 40_000, middle: 52_000, high: 60_000 };
const one = { provider: 'openai', paidUsd: 52_300, listUsd: 52_300, use };

test('a contract as worked in its comment, and how it came about', () => {
  const idea = contractIdea(one, 50_000);
  expect(idea?.monthly).toEqual({
    ...{ low: expect.closeTo(2_000, 6), middle: expect.closeTo(5_200, 6), high: expect.closeTo(9_000, 6) },
  });
  expect(idea?.working).toContain('$52300 a month at list and no contract');
  expect(idea?.working).toContain('a commitment of $36000 is used up');
});

test.each([
  ['too small', { listUsd: 49_999 }],
  ['below list already', { paidUsd: 47_000 }],
  ['without a forecast', { use: undefined }],
])('no contract is asked for where use is %s', (_why, more) => {
  expect(contractIdea({ ...one, ...more }, 50_000)).toBeUndefined();
});

const line = (category: BillLine['category'], billed: number, effective: number, more = {}): BillLine => ({
  ...{ day: '2026-09-01', provider: 'openai', description: 'x', category },
  ...{ billedNanoUsd: BigInt(Math.round(billed * 1e9)), effectiveNanoUsd: BigInt(Math.round(effective * 1e9)) },
  ...more,
});
const YEAR = { through: '2027-08-31' };

test('idle is what was committed for the month less what calls used of it', () => {
  const lines = [
    line('purchase', 365_000, 0, YEAR),
    line('usage', 0, 20_000),
    line('usage', 500, 1_500),
    line('tax', 99, 99),
  ];
  const idea = idleCommitment('openai', '2026-09', lines);
  expect(idea?.monthly).toEqual({
    ...{ low: expect.closeTo(2_250, 6), middle: expect.closeTo(4_500, 6), high: expect.closeTo(9_000, 6) },
  });
  expect(idea?.working).toContain('In 2026-09 $30000 were committed and calls used $21000 of it: $9000 were idle.');
});

test('nothing is claimed where all is used, where nothing is committed, and where the bill does not say what was covered', () => {
  expect(idleCommitment('openai', '2026-09', [line('purchase', 30_000, 0), line('usage', 0, 29_900)])).toBeUndefined();
  expect(idleCommitment('openai', '2026-09', [line('usage', 0, 9_000)])).toBeUndefined();
  expect(idleCommitment('openai', '2026-09', [line('purchase', 30_000, 0), line('usage', 70, 70)])).toBeUndefined();
  expect(idleCommitment('openai', '2026-09', [])).toBeUndefined();
});

test('whatever the bill says, no more lies idle than was committed, and the bounds are in order', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000 });
  const anyLine = fc.oneof(
    fc.tuple(amount, fc.boolean()).map(([usd, isYear]) => line('purchase', usd, 0, isYear ? YEAR : {})),
    fc.tuple(amount, amount).map(([billed, effective]) => line('usage', billed, effective))
  );
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 8 }), (lines) => {
      const monthly = idleCommitment('openai', '2026-09', lines)?.monthly ?? { low: 0, middle: 0, high: 0 };
      const committed = lines.reduce(
        (sum, { category, billedNanoUsd }) => sum + (category === 'purchase' ? Number(billedNanoUsd) : 0),
        0
      );
      expect(monthly.low).toBeLessThanOrEqual(monthly.middle);
      expect(monthly.middle).toBeLessThanOrEqual(monthly.high);
      expect(monthly.high).toBeLessThanOrEqual(committed / 1e9);
      expect(monthly.low).toBeGreaterThanOrEqual(0);
    })
  );
});
