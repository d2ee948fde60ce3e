import { whatChanged } from '@ai-finops/ledger/analysis';
import { changeSentence } from './changeSentence.ts';
import { waterfallBars } from './waterfallBars.ts';

const calls = (count: number, usd: number) => ({
  days: 1,
  rows: [
    {
      labels: { feature: 'search', model: 'a' },
      calls: count,
      attempts: count,
      quantities: { input: count * 1000 },
      costs: { input: BigInt(usd * 1e9) },
    },
  ],
});

test('each bar begins where the one before it ended, and the last ends at after', () => {
  const change = whatChanged(calls(100, 10), calls(150, 30));
  const { before, after, bars } = waterfallBars(change);
  const reached = bars.reduce((level, { part, length }) => level + (part.nanoUsd > 0n ? length : -length), before);
  expect(reached).toBeCloseTo(after, 9);
  expect(bars.map(({ part }) => part.kind)).toEqual(['volume', 'price']);
  expect(changeSentence(change)).toMatch(
    /^\$20\.00 more, ▲ 200\.0.%: mostly price \(\+\$\d+\.\d+\) and volume \(\+\$\d+\.\d+\)\.$/
  );
});

test('no change is said to be none', () => {
  expect(changeSentence(whatChanged(calls(100, 10), calls(100, 10)))).toBe('The cost is the same to the nano-dollar.');
});
