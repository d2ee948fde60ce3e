import type { SQLOutputValue } from 'node:sqlite';
import type { RecordAuthor, RecordEntry } from '../store/recordEntry.ts';

/** An entry with its place among all of them. */
export interface KeptEntry extends RecordEntry {
  readonly seq: number;
  /** Of the record's first entry. */
  readonly createdMs: number;
  readonly createdBy: RecordAuthor;
}

export function recordRow(row: Record<string, SQLOutputValue>): KeptEntry {
  const note = row['note'];
  return {
    seq: Number(row['seq']),
    kind: String(row['kind']),
    id: String(row['id']),
    version: Number(row['version']),
    action: String(row['action']),
    state: String(row['state']),
    atMs: Number(row['at_ms']),
    by: JSON.parse(String(row['author'])) as RecordAuthor,
    note: note === null ? undefined : String(note),
    content: JSON.parse(String(row['content'])) as KeptEntry['content'],
    createdMs: Number(row['created_ms']),
    createdBy: JSON.parse(String(row['created_by'])) as RecordAuthor,
  };
}
