import { METRIC, UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { calibrated } from './calibrated.ts';
import { overDays } from './overDays.ts';
import { ratioPieces } from './ratioPieces.ts';
import { ratioVector } from './ratioVector.ts';
import type { Scope } from './scope.ts';
import { selector } from './selector.ts';
import { sum } from './sum.ts';

/**
 * What did calls cost, on the last closed day (its start in ms), that named no feature or no team? `or` takes each series
 * once, so a call that named neither counts once. 0 only where a day was closed; without a close there is no answer.
 */
export function unallocatedCost({ environment, calibration = [] }: Scope, last: number): string {
  const without = (label: string) =>
    overDays(selector(METRIC.dailyCost, { environment, [label]: UNALLOCATED }), { last });
  const parts = `${without('feature')} or ${without('team')}`;
  const [piece] = ratioPieces(calibration, last, last);
  const cost = sum(piece && calibration.length > 0 ? calibrated(parts, [], ratioVector(piece.ratios)) : parts);
  return `${cost} or 0 * max(last_over_time(${METRIC.dailyCloseComplete}[1d2h]))`;
}
