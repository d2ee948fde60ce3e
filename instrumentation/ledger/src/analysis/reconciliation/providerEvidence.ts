import type { CellGroup } from './groupCells.ts';
import { dayRatiosAgree } from './dayRatiosAgree.ts';
import { sumOf } from './sumOf.ts';

/** What holds for a provider's month as a whole. */
export interface ProviderEvidence {
  /** Bill by estimate of the quantities, where every cell has the same. */
  readonly quantityRatio: number | undefined;
  /** Bill by estimate of the unit prices, where every cell has the same. */
  readonly priceRatio: number | undefined;
  /** Unit prices of a day are off by one factor in every cell. */
  readonly isOffByDay: boolean;
}

/** A ratio is common when it holds for at least so many cells, all within so much of each other. */
const LEAST_CELLS = 3;
const NEAR = 0.005;

/** Ratios that all matched cells of a provider share: those of sampling, or of a discount on everything. */
export function providerEvidence(groups: readonly CellGroup[]): ProviderEvidence {
  const ratios = groups.flatMap(({ estimates, lines }) => {
    const quantity = Number(sumOf(estimates, (cell) => cell.quantity));
    const cost = Number(sumOf(estimates, (cell) => cell.costNanoUsd));
    const billed = Number(sumOf(lines, (line) => line.quantity ?? 0n));
    const effective = Number(sumOf(lines, (line) => line.effectiveNanoUsd));
    return quantity > 0 && cost > 0 && billed > 0
      ? [{ quantity: billed / quantity, price: effective / billed / (cost / quantity) }]
      : [];
  });
  return {
    quantityRatio: common(ratios.map(({ quantity }) => quantity)),
    priceRatio: common(ratios.map(({ price }) => price)),
    isOffByDay: dayRatiosAgree(groups),
  };
}

function common(ratios: readonly number[]): number | undefined {
  const low = Math.min(...ratios);
  return ratios.length >= LEAST_CELLS && Math.max(...ratios) / low - 1 <= NEAR ? low : undefined;
}
