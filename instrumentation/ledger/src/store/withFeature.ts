import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import type { MoneyRecord } from '../intake/moneyRecord.ts';

/** A call that names no feature is booked on its service's, where the service has one. */
export function withFeature(call: MoneyRecord, ofService: string | undefined): MoneyRecord {
  return ofService === undefined || call.dimensions.feature !== UNALLOCATED
    ? call
    : { ...call, dimensions: { ...call.dimensions, feature: ofService } };
}
