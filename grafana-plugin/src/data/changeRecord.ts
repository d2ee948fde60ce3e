import { serverWords } from './serverWords.ts';
import { tellLedger } from './tellLedger.ts';

/** An entry of the ledger's records that is new, or the next of one that is there: `version` is the one it was read at. */
export interface RecordChange {
  readonly action: string;
  readonly id?: string;
  readonly version?: number;
  readonly note?: string;
  readonly record?: object;
}

/** Adds an entry to the ledger's records. Resolves with why it could not be done; undefined: it was. */
export async function changeRecord(
  kind: 'signoffs' | 'decisions' | 'reviews',
  change: RecordChange
): Promise<string | undefined> {
  try {
    await tellLedger(kind, change);
    return undefined;
  } catch (error) {
    const { status, data } = (error ?? {}) as { status?: number; data?: { error?: string } };
    return status === 409
      ? 'Somebody changed it in the meantime. Nothing of yours is lost: look at it again, then decide.'
      : (data?.error ?? serverWords(error));
  }
}
