import type { GrafanaAnnotation } from '../../data/grafanaAnnotation.ts';
import { leverNames } from '../../data/leverNames.ts';
import { plainText } from '../../data/plainText.ts';
import type { EventDraft } from './eventDraft.ts';

const TAGGED = ['lever', 'feature', 'team', 'environment'];
const DAY_CHARS = 10;
/** What a record's note holds. */
const NOTE_CHARS = 2_000;

/** What an annotation made by hand says, as the form starts with it: its days, its text, and tags like `feature:search`. */
export function annotationDraft({ time, timeEnd, tags, text }: GrafanaAnnotation): EventDraft {
  const [date = '', end = ''] = [time, timeEnd || time].map((at) => new Date(at).toISOString().slice(0, DAY_CHARS));
  const draft: Record<string, string> = { date, note: plainText(text).slice(0, NOTE_CHARS) };
  if (end > date) {
    draft['fullDate'] = end;
  }
  for (const tag of tags) {
    const [name = '', value = ''] = tag.split(':');
    if (TAGGED.includes(name) && (name !== 'lever' || Object.hasOwn(leverNames, value))) {
      draft[name] ??= value;
    }
  }
  return draft;
}
