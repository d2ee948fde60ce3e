import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { RecordChange } from '../records/recordChange.ts';
import type { RecordKind } from '../records/recordKind.ts';
import { Unusable } from '../store/unusable.ts';
import { apiUrl } from './apiUrl.ts';
import { fetchFromLedger } from './fetchFromLedger.ts';
import type { LedgerCaller } from './ledgerCaller.ts';
import { listRecords } from './listRecords.ts';
import { RECORD_ENTRY, type ShownEntry } from './recordEntrySchema.ts';

const conflict = z.object({ error: z.string(), current: RECORD_ENTRY.optional() });

/**
 * Records a change with a running ledger; of the newest version, where it names none. A new record that is there already,
 * as it is, was sent twice: that is no failure.
 *
 * @throws Unusable when it could not be recorded
 */
export async function changeRecord(
  kind: RecordKind,
  caller: LedgerCaller,
  change: RecordChange
): Promise<{ readonly entry: ShownEntry; readonly wasThere: boolean }> {
  const version = change.action === 'create' ? undefined : (change.version ?? (await newest(kind, caller, change.id)));
  const response = await fetchFromLedger(
    apiUrl(caller.api, `/api/v1/${kind.name}`),
    caller.apiTokenFile,
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(caller.as !== undefined && { 'x-grafana-user': caller.as }),
      },
      body: JSON.stringify({ ...change, version }),
    },
    [409]
  );
  const answer: unknown = await response.json();
  if (response.status !== 409) {
    return { entry: RECORD_ENTRY.parse(answer), wasThere: false };
  }
  const { error, current } = conflict.parse(answer);
  if (change.action === 'create' && current?.version === 1 && isDeepStrictEqual(current.record, change.record)) {
    return { entry: current, wasThere: true };
  }
  throw new Unusable(error);
}

async function newest(kind: RecordKind, caller: LedgerCaller, id: string | undefined): Promise<number | undefined> {
  const [entry] = await listRecords(kind, caller, { id });
  if (!entry) {
    throw new Unusable(`the ledger has no ${kind.name.replace(/s$/, '')} ${id}: \`list\` shows what there is`);
  }
  return entry.version;
}
