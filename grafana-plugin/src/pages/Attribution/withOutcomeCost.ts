import type { AttributionRow } from '../../data/attributionRow.ts';
import { outcomeCostOf } from '../../data/outcomeCostOf.ts';
import type { OutcomeCosts } from '../../data/outcomeCosts.ts';

/**
 * A row with what its outcomes cost. Where neither the ledger nor Prometheus counts outcomes of the selection, it stays
 * as it is: that is not kept.
 *
 * @param features those the row is all of; undefined: every one
 */
export function withOutcomeCost(
  row: AttributionRow,
  costs: OutcomeCosts,
  features: readonly string[] | undefined
): AttributionRow {
  const { cost: usd, outcomes } = row.values;
  return costs === 'unknown' && outcomes === undefined
    ? row
    : { ...row, outcomeCost: outcomeCostOf(costs, features, { usd, outcomes }) };
}
