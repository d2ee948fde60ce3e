import { firstLookedAt } from '@ai-finops/ledger/analysis';
import type { ClosedDays } from '../choice/closedPeriod.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import { askLedger, type LedgerAnswer } from './askLedger.ts';
import type { Economics } from './economics.ts';
import { isoDay } from '../queries/isoDay.ts';
import type { Scope } from '../queries/scope.ts';

/** As precise as the ledger takes a ratio. */
const DIGITS = 12;

/**
 * What features and tenants cost on closed days beside what they were worth: features calibrated as the scope says, tenants
 * never, as their sums know no provider. Filters do nothing here.
 */
export async function loadEconomics(
  { firstDay, lastDay }: ClosedDays,
  { environment, calibration = [] }: Scope,
  signal?: AbortSignal,
  only?: 'features'
): Promise<LedgerAnswer<Economics>> {
  // Of months that it does not look at the ledger needs no ratio, and takes so many only.
  const firstMonth = isoDay(firstLookedAt(firstDay / DAY_MS, lastDay / DAY_MS) * DAY_MS).slice(0, 7);
  const params = {
    ...{ from: isoDay(firstDay), to: isoDay(lastDay) },
    ...(environment !== undefined && { environment }),
    ...(calibration.length > 0 && {
      calibration: calibration.flatMap(({ provider, ratio, earlier }) => [
        `${provider}:${ratio.toFixed(DIGITS)}`,
        ...earlier
          .filter(({ month }) => month >= firstMonth)
          .map((bill) => `${provider}:${bill.month}:${bill.ratio.toFixed(DIGITS)}`),
      ]),
    }),
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
