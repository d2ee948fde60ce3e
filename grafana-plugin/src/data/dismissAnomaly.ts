import type { Anomaly } from './anomaly.ts';
import { tellLedger } from './tellLedger.ts';

/** Marks the last day of an incident as no anomaly: the ledger then takes its days as usual ones. Rejects as a fetch does. */
export async function dismissAnomaly({ feature, environment, through }: Anomaly): Promise<void> {
  await tellLedger('marks', {
    action: 'create',
    record: { mark: 'not_an_anomaly', feature, day: through, environment },
  });
}
