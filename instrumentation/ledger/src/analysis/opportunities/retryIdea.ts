import type { Idea } from './idea.ts';
import type { UseCell } from './useCell.ts';

/** The field's rule of thumb: retries above 3 % of the cost. */
const USUAL = 0.03;
const AVOIDED = { low: 0.25, middle: 0.5, high: 0.8 };

/** Money for second and later attempts. Share = their share of the cost × avoided: 10 % × half = .05 [.025, .08]. */
export function retryIdea({ nanoUsd, retryNanoUsd }: UseCell): Idea | undefined {
  const share = Math.min(1, Number(retryNanoUsd) / Number(nanoUsd));
  if (share <= USUAL) {
    return undefined;
  }
  return {
    ...{ low: share * AVOIDED.low, middle: share * AVOIDED.middle, high: share * AVOIDED.high },
    needsEvaluation: false,
    working: `Retries are ${(share * 100).toFixed(1)} % of the cost; 25–80 % of them avoided.`,
  };
}
