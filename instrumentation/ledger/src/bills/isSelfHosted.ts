import type { PriceOverlay } from '@ai-finops/instrumentation/pricing';
import type { EstimateCell } from '../analysis/reconciliation/estimateCell.ts';

/**
 * Whether all that some cells cost is of models one runs oneself, by the price file of their days: then nobody bills them.
 * Nothing is not; nor is a model whose rate the file has for other days.
 */
export function isSelfHosted(
  cells: readonly Pick<EstimateCell, 'day' | 'provider' | 'model' | 'costNanoUsd'>[],
  { contracts }: Pick<PriceOverlay, 'contracts'>
): boolean {
  const own = contracts.filter((terms) => terms.isSelfHosted);
  const dear = cells.filter(({ costNanoUsd }) => costNanoUsd !== 0n);
  return (
    dear.length > 0 &&
    dear.every(({ day, provider, model }) => {
      const atMs = Date.parse(day);
      return own.some(
        (terms) =>
          terms.provider === provider &&
          (terms.model === undefined || terms.model === model) &&
          terms.fromMs <= atMs &&
          atMs < terms.toMs
      );
    })
  );
}
