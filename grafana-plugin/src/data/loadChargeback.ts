import { askLedger, type LedgerAnswer } from './askLedger.ts';
import { listIn } from './listIn.ts';

/** What a name is charged, whole cents as text. */
export interface Share {
  readonly name: string;
  readonly cents: string;
}

/** A month's bills, shared by feature, team or tenant; the shares add up to the bills to the cent. */
export async function loadChargeback(
  month: string,
  by: string,
  signal?: AbortSignal
): Promise<LedgerAnswer<readonly Share[]>> {
  return listIn<Share>(await askLedger('chargeback', { month, by }, signal), 'shares');
}
