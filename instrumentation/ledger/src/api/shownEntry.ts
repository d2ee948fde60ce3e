import type { KeptEntry } from '../questions/recordRow.ts';

/** An entry as the API shows it. */
export function shownEntry({ id, version, state, action, atMs, by, note, createdMs, createdBy, content }: Shown) {
  return {
    id,
    version,
    state,
    action,
    at: new Date(atMs).toISOString(),
    by,
    note,
    createdAt: new Date(createdMs).toISOString(),
    createdBy,
    record: content,
  };
}

type Shown = Omit<KeptEntry, 'seq' | 'kind'>;
