import { weekText } from '../../../instrumentation/ledger/src/store/weekText.ts';
import type { StoryRecord } from './storyRecord.ts';
import { utcDay, type UtcDay } from './utcDay.ts';

const DAY_MS = 86_400_000;
const WEEKS = 15;
/** Weeks before the last whole one. */
const SKIPPED: ReadonlySet<number> = new Set([4, 9]);
const LATE = 6;
const AWAY = 3;

/**
 * The weekly reviews of the story: most on the Tuesday after their week, one late, two skipped, finance absent once. The
 * last whole week waits for whoever looks.
 */
export function storyReviews(anchor: UtcDay): StoryRecord[] {
  const monday = anchor.index - ((anchor.weekday + 6) % 7);
  return Array.from({ length: WEEKS }, (_, index) => index + 1)
    .filter((ago) => !SKIPPED.has(ago))
    .map((ago) => {
      const first = monday - 7 * (ago + 1);
      const week = weekText(first);
      const heldOn = utcDay((first + (ago === LATE ? 15 : 8)) * DAY_MS).name;
      const present = [
        { role: 'engineering', name: 'Priya Nair' },
        ...(ago === AWAY ? [] : [{ role: 'finance', name: 'Mara Lindt' }]),
      ];
      return { id: week, isDone: true, record: { week, heldOn, present } };
    });
}
