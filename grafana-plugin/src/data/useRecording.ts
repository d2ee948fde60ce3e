import { useState } from 'react';
import { changeRecord, type RecordChange } from './changeRecord.ts';

interface Recording {
  readonly isBusy: boolean;
  /** Why the last change could not be recorded. */
  readonly words: string | undefined;
  /** Records changes one after the other, up to the first that fails. Resolves with whether all of them are recorded. */
  readonly run: (...changes: readonly RecordChange[]) => Promise<boolean>;
}

/** Changes of the ledger's records by a form: busy meanwhile, and the words of what failed. */
export function useRecording(kind: Parameters<typeof changeRecord>[0]): Recording {
  const [isBusy, setBusy] = useState(false);
  const [words, setWords] = useState<string>();
  const run = async (...changes: readonly RecordChange[]) => {
    setBusy(true);
    let failed: string | undefined;
    for (const change of changes) {
      failed ??= await changeRecord(kind, change);
    }
    setWords(failed);
    setBusy(false);
    return failed === undefined;
  };
  return { isBusy, words, run };
}
