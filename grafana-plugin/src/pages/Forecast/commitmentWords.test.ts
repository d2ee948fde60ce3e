import type { CommitmentOutlook } from '@ai-finops/ledger/analysis';
import { commitmentEnd, coveredWords } from './commitmentWords.ts';

const all = (usd: number) => ({ low: usd, middle: usd, high: usd });
/** 1 Jan 2026 is day 20,454. */
const outlook: CommitmentOutlook = {
  ...{ used: 400, remaining: 600, days: 10, pace: 60 },
  ...{ use: all(500), covered: all(1), idle: all(100), end: { state: 'lasts' } },
};

test('the share that is covered: most of it at low use', () => {
  expect(coveredWords(outlook)).toBe('100\u202f%');
  expect(coveredWords({ ...outlook, covered: { low: 1, middle: 0.75, high: 0.5 } })).toBe(
    '75.0\u202f% (50.0\u202f% – 100\u202f%)'
  );
});

test.each<[Partial<CommitmentOutlook>, string | RegExp]>([
  [{ idle: { low: 300, middle: 100, high: 0 } }, /^\$100 idle at its end \(\$0 – \$300\)$/],
  [{ end: { state: 'may_run_out', earliest: 20_455 } }, /; used up at the earliest on Fri 2 Jan$/],
  [{ end: { state: 'exhausted' } }, 'used up: what comes is on top'],
  [
    { end: { state: 'runs_out', day: 20_456, earliest: 20_455, latest: null } },
    'used up on Sat 3 Jan (Fri 2 Jan – not in these days)',
  ],
  [
    { idle: undefined },
    /^not in these 10 days; it takes \$60.00 a day, forecast are \$50.00 .*some of it would be left idle$/,
  ],
  [{ idle: undefined, pace: 40 }, /it would be used up before its end$/],
])('%j', (rest, expected) => {
  const words = commitmentEnd({ ...outlook, ...rest });
  expect(words).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
});
