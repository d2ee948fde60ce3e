import type { RecordChange } from '../../data/changeRecord.ts';
import type { Review } from '../../data/review.ts';

/**
 * What has to be recorded, one after the other, so that a review is closed with these minutes. One that is closed is
 * opened for them: each change names the version before it, so that whoever was faster is not written over.
 */
export function minutesChanges(week: string, review: Review['review'], record: object): readonly RecordChange[] {
  if (review === null) {
    return [
      { action: 'create', record: { week, ...record } },
      { action: 'close', id: week, version: 1 },
    ];
  }
  const { id, version, state } = review;
  const opened = state === 'closed' ? version + 1 : version;
  return [
    ...(state === 'closed' ? [{ action: 'reopen', id, version, note: 'More was said than the minutes have.' }] : []),
    { action: 'edit', id, version: opened, record },
    { action: 'close', id, version: opened + 1 },
  ];
}
