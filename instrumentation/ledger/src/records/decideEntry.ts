import type { RecordAuthor, RecordEntry } from '../store/recordEntry.ts';
import type { RecordChange } from './recordChange.ts';
import { recordId } from './recordId.ts';
import type { RecordKind } from './recordKind.ts';

/** What a change comes to: an entry to add, or why there is none. */
export type Decided =
  | { readonly kind: 'entry'; readonly entry: RecordEntry }
  | { readonly kind: 'missing' }
  /** There is a newer version, or the record's state does not allow it. */
  | { readonly kind: 'conflict'; readonly why: string }
  | { readonly kind: 'invalid'; readonly field: string; readonly why: string };

/**
 * @param newest the newest entry of the record the change names, where there is one
 * @param context who asks, when, and the id a new record gets where nothing else gives it one
 */
export function decideEntry(
  kind: RecordKind,
  change: RecordChange,
  newest: RecordEntry | undefined,
  { by, atMs, newId }: { readonly by: RecordAuthor; readonly atMs: number; readonly newId: string }
): Decided {
  const written = { kind: kind.name, action: change.action, atMs, by, note: change.note };
  if (change.action === 'create') {
    if (newest) {
      return { kind: 'conflict', why: `there is one already, ${newest.state}` };
    }
    const id = recordId(kind, change) ?? newId;
    const content = change.record ?? {};
    return entryUnlessFault(kind, { ...written, id, version: 1, state: kind.first, content });
  }
  const action = Object.hasOwn(kind.actions, change.action) ? kind.actions[change.action] : undefined;
  if (!newest || !action) {
    return { kind: 'missing' };
  }
  if (change.version !== newest.version) {
    return { kind: 'conflict', why: `version ${newest.version} is the newest, not ${change.version}` };
  }
  if (!action.from.includes(newest.state)) {
    return {
      kind: 'conflict',
      why: `it is ${newest.state}: ${change.action} is for what is ${action.from.join(' or ')}`,
    };
  }
  const merged = Object.entries({ ...newest.content, ...change.record }).filter(([, value]) => value !== null);
  const content = kind.fields.safeParse(Object.fromEntries(merged));
  if (!content.success) {
    const [issue] = content.error.issues;
    const field = String(issue?.path[0]);
    const why = change.record?.[field] === null ? 'it cannot be taken away' : String(issue?.message);
    return { kind: 'invalid', field: `record.${field}`, why };
  }
  return entryUnlessFault(kind, {
    ...written,
    id: newest.id,
    version: newest.version + 1,
    state: action.to ?? newest.state,
    content: content.data,
  });
}

function entryUnlessFault(kind: RecordKind, entry: RecordEntry): Decided {
  const fault = kind.fault?.(entry.content);
  return fault ? { kind: 'invalid', field: `record.${fault.field}`, why: fault.why } : { kind: 'entry', entry };
}
