import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import type { PricedRecord } from './priceRecord.ts';

/** A call that names no team is booked on its feature's, where the feature has one; one that names a team keeps it. */
export function withTeam(priced: PricedRecord, teams: ReadonlyMap<string, string>): PricedRecord {
  const { feature, team } = priced.dimensions;
  const ofFeature = team === UNALLOCATED ? teams.get(feature) : undefined;
  return ofFeature === undefined ? priced : { ...priced, dimensions: { ...priced.dimensions, team: ofFeature } };
}
