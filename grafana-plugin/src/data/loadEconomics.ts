import type { ClosedDays } from '../choice/closedPeriod.ts';
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
  const params = {
    ...{ from: isoDay(firstDay), to: isoDay(lastDay) },
    ...(environment !== undefined && { environment }),
    ...(calibration.length > 0 && {
      calibration: calibration.flatMap(({ provider, ratio, earlier }) => [
        `${provider}:${ratio.toFixed(DIGITS)}`,
        ...earlier.map((bill) => `${provider}:${bill.month}:${bill.ratio.toFixed(DIGITS)}`),
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
