import { writeStamp } from './annotationStamp.ts';
import { APP_ID } from './appId.ts';
import type { AnnotationDraft } from './grafanaAnnotation.ts';
import type { EventEntry } from './lever.ts';
import { leverNames } from './leverNames.ts';
import { scopeWords } from './scopeWords.ts';

/** What every mirrored optimization is tagged with; a dashboard's annotation query asks for these. */
export const MIRROR_TAGS = ['ai-finops', 'optimization'];

/** Further tags, `feature:search`, for queries that narrow. */
const TAGGED = ['lever', 'feature', 'team', 'environment'] as const;
/** Bytes of UTF-8 of a tag's value: Grafana takes 500 for all tags of an annotation. */
const TAG_BYTES = 60;

/**
 * An optimization as an annotation: on its day, or from its day to the one it was in force everywhere; for people in a
 * line of words and a link, for this app with a stamp.
 *
 * @param rootUrl the path Grafana is served under; '' at the top of its host
 */
export function eventAnnotation({ id, record }: Pick<EventEntry, 'id' | 'record'>, rootUrl: string): AnnotationDraft {
  const time = startOf(record['date']);
  const { lever = '', owner = '', expectedUsdPerMonth } = record;
  const expected = expectedUsdPerMonth === undefined ? '' : `, expected to save ${expectedUsdPerMonth} USD a month`;
  const href = `${rootUrl}/a/${APP_ID}/optimizations?${new URLSearchParams({ event: id }).toString()}`;
  return {
    time,
    timeEnd: Math.max(time, record['fullDate'] === undefined ? 0 : startOf(record['fullDate'])),
    tags: [
      ...MIRROR_TAGS,
      ...TAGGED.flatMap((name) => {
        const value = tagValue(record[name] ?? '');
        return value === '' ? [] : [`${name}:${value}`];
      }),
    ],
    text: [
      escaped(`▼ ${leverNames[lever] ?? lever} · ${scopeWords(record)}`),
      escaped(`Owner ${owner}${expected}`),
      `<a href="${escaped(href)}">Open in AI FinOps</a>`,
      writeStamp(id),
    ].join('\n'),
  };
}

const startOf = (day = ''): number => Date.parse(`${day}T00:00:00Z`);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Grafana splits tags at colons and drops what follows a second one, and trims them. */
function tagValue(text: string): string {
  let value = text.replace(/[:&<>"\\]|\p{Cc}/gu, '_').trim();
  while (new TextEncoder().encode(value).length > TAG_BYTES) {
    value = [...value].slice(0, -1).join('').trim();
  }
  return value;
}
