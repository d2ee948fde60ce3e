import type { EventDraft } from './eventDraft.ts';

/**
 * The record that a draft makes. As a change of `before` it holds only what differs: `null` for what was emptied.
 */
export function draftRecord(draft: EventDraft, before?: EventDraft): Record<string, string | null> {
  const record: Record<string, string | null> = {};
  for (const [field, typed] of Object.entries(draft)) {
    const text = typed.trim();
    const old = before?.[field] ?? '';
    if (text !== '' && (before === undefined || text !== old)) {
      record[field] = text;
    } else if (text === '' && old !== '') {
      record[field] = null;
    }
  }
  return record;
}
