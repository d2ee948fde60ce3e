import type { DatabaseSync } from 'node:sqlite';
import type { RecordEntry, RecordOutcome } from './recordEntry.ts';

/** Adds an entry if it follows the newest one of its record; on disk when it returns. */
export function appendRecord(database: DatabaseSync, entry: RecordEntry): RecordOutcome {
  try {
    // One statement: nobody comes between the look and the write.
    const { changes } = database
      .prepare(
        `INSERT INTO record (kind, id, version, action, state, at_ms, author, note, content)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
         WHERE ?3 = 1 + (SELECT coalesce(max(version), 0) FROM record WHERE kind = ?1 AND id = ?2)`
      )
      .run(
        entry.kind,
        entry.id,
        entry.version,
        entry.action,
        entry.state,
        entry.atMs,
        JSON.stringify(entry.by),
        entry.note ?? null,
        JSON.stringify(entry.content)
      );
    return { kind: Number(changes) === 1 ? 'kept' : 'conflict' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'unavailable', message: `the books cannot be written: ${reason}` };
  }
}
