import type { ClosedDays } from '../choice/closedPeriod.ts';
import { askLedger, type LedgerAnswer } from './askLedger.ts';
import type { Economics } from './economics.ts';
import { isoDay } from '../queries/isoDay.ts';

/** What features and tenants cost on closed days beside what they were worth. */
export async function loadEconomics(
  { firstDay, lastDay }: ClosedDays,
  environment: string | undefined,
  signal?: AbortSignal,
  only?: 'features'
): Promise<LedgerAnswer<Economics>> {
  const params = {
    ...{ from: isoDay(firstDay), to: isoDay(lastDay) },
    ...(environment !== undefined && { environment }),
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
