import type { RecordChange } from './recordChange.ts';
import type { RecordKind } from './recordKind.ts';

/** The id of the record a change is about; undefined for a new one that has none yet. */
export function recordId({ idFields }: RecordKind, { action, id, record }: RecordChange): string | undefined {
  return action === 'create' && idFields ? idFields.map((field) => String(record?.[field])).join(':') : id;
}
