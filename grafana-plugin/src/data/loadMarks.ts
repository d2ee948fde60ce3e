import { askLedger } from './askLedger.ts';
import { listIn } from './listIn.ts';

/** What somebody said of a feature's day; everywhere, where no environment is named. */
interface Mark {
  readonly feature: string;
  readonly day: string;
  readonly environment?: string;
}

const MOST = '500';

/** The marks that hold, the latest 500; none where the ledger does not say. */
export async function loadMarks(signal?: AbortSignal): Promise<Mark[]> {
  const entries = listIn<{ readonly record: Mark }>(
    await askLedger('marks', { state: 'set', limit: MOST }, signal),
    'marks'
  );
  return entries.kind === 'value' ? entries.value.map(({ record }) => record) : [];
}
