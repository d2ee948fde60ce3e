import type { EventEntry } from '../../data/lever.ts';

/** Somebody was faster: who, what and when, so that one can look before deciding again. */
export function conflictWords(current: EventEntry | undefined): string {
  if (current === undefined) {
    return 'Somebody changed it in the meantime. Nothing of yours is lost: look at it again, then record.';
  }
  const at = current.at.slice(0, 16).replace('T', ' ');
  return `${current.by.name} changed it in the meantime (${current.action}, ${at} UTC, version ${current.version}). Nothing of yours is lost: look at it as it is now, then record again.`;
}
