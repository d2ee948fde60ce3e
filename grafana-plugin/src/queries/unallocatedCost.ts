import { METRIC, UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { calibrated } from './calibrated.ts';
import type { Scope } from './scope.ts';
import { selector } from './selector.ts';

/**
 * What did calls cost, on the last closed day, that named no feature or no team? `or` takes each series once, so a call
 * that named neither counts once. 0 only where a day was closed; without a close there is no answer.
 */
export function unallocatedCost({ environment, calibration = [] }: Scope): string {
  const without = (label: string) =>
    `last_over_time(${selector(METRIC.dailyCost, { environment, [label]: UNALLOCATED })}[1d2h])`;
  const parts = `${without('feature')} or ${without('team')}`;
  return `${calibrated(parts, [], calibration)} or 0 * max(last_over_time(${METRIC.dailyCloseComplete}[1d2h]))`;
}
