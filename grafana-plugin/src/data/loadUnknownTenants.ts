import { isoDay } from '../queries/isoDay.ts';
import { askLedger } from './askLedger.ts';

/**
 * The start of the last day of which it is not known at which provider all of its tenants' cost arose, as the ledger did not
 * keep that then. Undefined where it is known of all days, or no ledger answers.
 *
 * @param day any closed day: the answer is about all of them
 */
export async function loadUnknownTenants(day: number, signal?: AbortSignal): Promise<number | undefined> {
  const answer = await askLedger('costs', { from: isoDay(day), to: isoDay(day), limit: '1' }, signal);
  const through = answer.kind === 'value' ? (answer.value as Record<string, unknown> | null) : undefined;
  const last = through?.['tenantProvidersUnknownThrough'];
  return typeof last === 'string' ? Date.parse(last) : undefined;
}
