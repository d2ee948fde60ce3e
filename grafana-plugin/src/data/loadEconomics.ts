import { firstLookedAt } from '@ai-finops/ledger/analysis';
import type { ClosedDays } from '../choice/closedPeriod.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import { askLedger, type LedgerAnswer } from './askLedger.ts';
import type { Economics } from './economics.ts';
import { isoDay } from '../queries/isoDay.ts';
import { ratioParams } from '../queries/ratioParams.ts';
import type { Scope } from '../queries/scope.ts';

/**
 * What features and tenants cost on closed days beside what they were worth, calibrated as the scope says. Filters do nothing
 * here.
 */
export async function loadEconomics(
  { firstDay, lastDay }: ClosedDays,
  { environment, calibration = [] }: Scope,
  signal?: AbortSignal,
  only?: 'features'
): Promise<LedgerAnswer<Economics>> {
  const firstLooked = isoDay(firstLookedAt(firstDay / DAY_MS, lastDay / DAY_MS) * DAY_MS);
  const params = {
    ...{ from: isoDay(firstDay), to: isoDay(lastDay) },
    ...(environment !== undefined && { environment }),
    ...(calibration.length > 0 && { calibration: ratioParams(calibration, firstLooked) }),
    ...(only !== undefined && { only }),
  };
  const answer = await askLedger('economics', params, signal);
  if (answer.kind !== 'value') {
    return answer;
  }
  const value = answer.value as Partial<Economics> | null;
  return Array.isArray(value?.features) && Array.isArray(value.tenants)
    ? { kind: 'value', value: value as Economics }
    : { kind: 'failed', words: 'the ledger’s answer holds no list of features' };
}
