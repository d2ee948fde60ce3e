import type { EventImpact, Share } from '../analysis/impact/measureImpact.ts';

const LEAST_SHOWN = 0.0005;

/**
 * What was found, in a sentence.
 *
 * @example impactWords(impact) // => 'Cost per request fell 30.8 % (26.1 % to 35.0 %) over 18 days.'
 */
export function impactWords({ verdict, effect, daysAfter, moreDays }: EventImpact): string {
  const days = `${daysAfter} day${daysAfter === 1 ? '' : 's'}`;
  switch (verdict) {
    case 'working':
      return `Cost per request fell ${range(negative(effect))} over ${days}.`;
    case 'harmful':
      return `Cost per request rose ${range(effect)} over ${days}.`;
    case 'not_proven':
      return `${signed(effect.share)} a request (${signed(effect.low)} to ${signed(effect.high)}) over ${days}: it cannot be told from chance, or is less than was expected.`;
    case 'too_early':
      return `${signed(effect.share)} a request so far (${signed(effect.low)} to ${signed(effect.high)}, ${days}); about ${moreDays} more day${moreDays === 1 ? '' : 's'} until a verdict.`;
  }
}

const percent = (share: number) => `${(Math.abs(share) * 100).toFixed(1)} %`;
const signed = (share: number) =>
  Math.abs(share) < LEAST_SHOWN ? '0.0 %' : `${share < 0 ? '−' : '+'}${percent(share)}`;
const plain = (share: number) => (share < 0 ? signed(share) : percent(share));
const range = ({ share, low, high }: Share) => `${plain(share)} (${plain(low)} to ${plain(high)})`;
const negative = ({ share, low, high }: Share): Share => ({ share: -share, low: -high, high: -low });
