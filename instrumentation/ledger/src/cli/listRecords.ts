import { z } from 'zod';
import type { RecordKind } from '../records/recordKind.ts';
import { apiUrl } from './apiUrl.ts';
import { fetchFromLedger } from './fetchFromLedger.ts';
import type { LedgerCaller } from './ledgerCaller.ts';
import { RECORD_ENTRY, type ShownEntry } from './recordEntrySchema.ts';

/** What a running ledger has of a kind of record, latest change first, page after page. */
export async function listRecords(
  { name }: RecordKind,
  { api, apiTokenFile }: LedgerCaller,
  query: Readonly<Record<string, string | undefined>>
): Promise<ShownEntry[]> {
  const page = z.object({ [name]: z.array(RECORD_ENTRY), next: z.string().nullable() });
  const found: ShownEntry[] = [];
  let cursor: string | undefined;
  do {
    const response = await fetchFromLedger(
      apiUrl(api, `/api/v1/${name}`, { limit: '500', ...query, cursor }),
      apiTokenFile
    );
    const { next, [name]: entries } = page.parse(await response.json());
    found.push(...z.array(RECORD_ENTRY).parse(entries));
    cursor = z.string().nullable().parse(next) ?? undefined;
  } while (cursor !== undefined);
  return found;
}
