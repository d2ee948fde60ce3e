import type { ImpactCell } from './impactCell.ts';

/** What is taken out of cost before an effect is measured, because it would move it without the lever. */
export interface HeldFixed {
  /** Price changes leave the data: every day is rated at the newest unit prices. */
  readonly price: boolean;
  /** The mix of these leaves the data: each keeps its share of requests over the whole period. */
  readonly mix: (cell: ImpactCell) => string;
}

const byModelAndTier = ({ model, serviceTier }: ImpactCell) => `${model}\n${serviceTier}`;

/**
 * What a lever does not do. A routing lever works through the mix of models, a batch lever through the mix of tiers, a
 * contract through the price: holding that fixed would hold the effect itself.
 */
export function heldFixed(lever: string): HeldFixed {
  switch (lever) {
    case 'tier_routing':
      return { price: true, mix: ({ requestType }) => requestType };
    case 'batch_shifting':
      return { price: true, mix: ({ model }) => model };
    case 'contract':
      return { price: false, mix: byModelAndTier };
    default:
      return { price: true, mix: byModelAndTier };
  }
}
