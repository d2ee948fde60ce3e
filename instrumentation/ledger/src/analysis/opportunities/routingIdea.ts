import type { Idea } from './idea.ts';
import type { ModelQuality } from './modelQuality.ts';
import type { UseCell, UsedComponent } from './useCell.ts';

/** A smaller model has to take so much off before it is worth a look. */
const LEAST_SHARE = 0.5;
/** Judgements of each model before they count, and how much lower the smaller one's mean may be. */
const LEAST_SCORES = 50;
const WORSE = 0.02;
/** Shares of the calls that move. */
const MOVED = { low: 0.5, middle: 0.75, high: 1 };

/**
 * The cheapest model of the same provider in these books that has a price for all that the calls use. Without judgements
 * of both models by the same evaluator on this feature and request type it needs evaluation; judged worse, it is none.
 * Share = (1 − cost at its prices / cost) × calls moved: an eighth of the price, three of four moved: .875 × .75 = .656.
 */
export function routingIdea(
  cell: UseCell,
  cells: readonly UseCell[],
  quality: readonly ModelQuality[]
): Idea | undefined {
  const siblings = cells.filter((other) => isSibling(other, cell));
  const best = [...new Set(siblings.map(({ model }) => model))]
    .map((model) => {
      const paid = siblings.filter((other) => other.model === model).flatMap(({ components }) => components);
      return { model, share: 1 - costAt(cell, paid) / Number(cell.nanoUsd) };
    })
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share || (a.model < b.model ? -1 : 1))[0];
  const judged = best && judgement(cell, best.model, quality);
  if (best === undefined || judged === 'worse') {
    return undefined;
  }
  return {
    ...{ low: best.share * MOVED.low, middle: best.share * MOVED.middle, high: best.share * MOVED.high },
    needsEvaluation: judged === 'unknown',
    working:
      `At the prices of ${best.model} the same tokens cost ${Math.round(best.share * 100)} % less; 50–100 % of the ` +
      `calls move. ${judged === 'unknown' ? 'Nobody has judged both models here.' : 'It was judged as good here.'}`,
  };
}

type Label = Pick<UseCell, 'provider' | 'model' | 'serviceTier'>;

function isSibling(other: Label, own: Label): boolean {
  return other.provider === own.provider && other.serviceTier === own.serviceTier && other.model !== own.model;
}

/** Infinite where the other model has no price for something the calls use. */
function costAt({ components }: UseCell, paid: readonly UsedComponent[]): number {
  return components.reduce((sum, { component, quantity, nanoUsd }) => {
    const rated = paid.find((one) => one.component === component && one.quantity > 0);
    const isFree = quantity === 0 || nanoUsd === 0n;
    return isFree ? sum : sum + (rated ? (quantity * Number(rated.nanoUsd)) / rated.quantity : Infinity);
  }, 0);
}

function judgement(cell: UseCell, smaller: string, quality: readonly ModelQuality[]): 'good' | 'worse' | 'unknown' {
  const here = quality.filter(
    ({ feature, requestType, count }) =>
      feature === cell.feature && requestType === cell.requestType && count >= LEAST_SCORES
  );
  const pairs = here.flatMap((own) => {
    const other = here.find((one) => one.model === smaller && one.evaluator === own.evaluator);
    return own.model === cell.model && other ? [other.sum / other.count - own.sum / own.count] : [];
  });
  if (pairs.length === 0) {
    return 'unknown';
  }
  return pairs.every((difference) => difference >= -WORSE) ? 'good' : 'worse';
}
