import { monthCalibrations, type MonthCalibration, type ReconciledBill } from './monthCalibrations.ts';

/** What each provider's estimates are multiplied by to agree with its newest final bill that says something. */
export function providerCalibrations(reconciled: readonly ReconciledBill[]): readonly MonthCalibration[] {
  const newest = new Map<string, MonthCalibration>();
  for (const one of monthCalibrations(reconciled)) {
    if ((newest.get(one.provider)?.month ?? '') < one.month) {
      newest.set(one.provider, one);
    }
  }
  return [...newest.values()];
}
