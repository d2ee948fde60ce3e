import { formatShare } from '../../components/numbers/formatShare.ts';
import type { HistogramBar } from './histogramBars.ts';

/** How uneven the cost is, in a sentence: the dearest buckets that make at least half of it. */
export function histogramSentence(bars: readonly HistogramBar[]): string {
  let [calls, cost, index] = [0, 0, bars.length];
  while (index > 0 && cost < 0.5) {
    index -= 1;
    calls += bars[index]?.callShare ?? 0;
    cost += bars[index]?.costShare ?? 0;
  }
  const below = bars[index - 1]?.label.replace('≤ ', '');
  return bars.every(({ costShare }) => costShare === 0)
    ? 'None of these calls has a cost.'
    : below === undefined
      ? `All of them cost ${bars.at(-1)?.label.replace('≤', 'at most').replace('>', 'more than')}.`
      : `${formatShare(calls)} of the calls, those above ${below}, make ${formatShare(cost)} of the cost.`;
}
