import fc from 'fast-check';
import type { CallHistogram, CostBucket } from '../../data/callHistogram.ts';
import { histogramBars } from './histogramBars.ts';
import { histogramSentence } from './histogramSentence.ts';

const of = (buckets: readonly CostBucket[], unpriced = 0n): CallHistogram => ({
  buckets,
  unpriced,
  calls: buckets.reduce((sum, { calls }) => sum + BigInt(calls), unpriced),
  costNanoUsd: buckets.reduce((sum, { costNanoUsd }) => sum + BigInt(costNanoUsd), 0n),
});
const bucket = (upToNanoUsd: string | null, calls: number, costNanoUsd: number): CostBucket => ({
  upToNanoUsd,
  calls: String(calls),
  costNanoUsd: String(costNanoUsd),
});

test('shows from the first bucket with calls to the last, gaps between them too', () => {
  const bars = histogramBars(
    of(
      [
        bucket('0', 0, 0),
        bucket('1000000', 6, 3_000_000),
        bucket('2000000', 0, 0),
        bucket('500000000', 2, 997_000_000),
        bucket(null, 0, 0),
      ],
      2n
    )
  );
  expect(bars.map(({ label, calls, callShare, costShare }) => [label, calls, callShare, costShare])).toEqual([
    ['≤ $0.001', 6, 0.75, 0.003],
    ['≤ $0.002', 0, 0, 0],
    ['≤ $0.5', 2, 0.25, 0.997],
  ]);
  expect(histogramSentence(bars)).toBe('25.0\u202f% of the calls, those above $0.002, make 99.7\u202f% of the cost.');
});

test.each([
  [[], 'None of these calls has a cost.'],
  [[bucket('0', 4, 0)], 'None of these calls has a cost.'],
  [[bucket('1000', 4, 4_000)], 'All of them cost at most $0.0001.'],
])('says so where there is nothing to compare', (buckets, sentence) => {
  expect(histogramSentence(histogramBars(of(buckets)))).toBe(sentence);
});

test('no bucket with calls is lost, and shares are of the whole', () => {
  const counts = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(counts, fc.bigInt(0n, 9n), (calls, unpriced) => {
      const histogram = of(
        calls.map((count, index) => bucket(index === 11 ? null : String(10 ** index), count, count * 10 ** index)),
        unpriced
      );
      const bars = histogramBars(histogram);
      expect(bars.reduce((sum, bar) => sum + BigInt(bar.calls), unpriced)).toBe(histogram.calls);
      expect(bars.reduce((sum, bar) => sum + bar.costNanoUsd, 0n)).toBe(histogram.costNanoUsd);
      const shares = bars.reduce((sum, bar) => sum + bar.callShare, 0);
      expect(shares).toBeCloseTo(histogram.calls === unpriced ? 0 : 1, 9);
    })
  );
});
