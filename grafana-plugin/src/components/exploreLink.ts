import type { PromSource } from '../data/promSource.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import type { Question } from '../queries/question.ts';

/** The address in Explore that asks the same question: one value as an instant query, days as a range query. */
export function exploreLink(source: PromSource, { expr, range, fromMs, toMs }: Question): string {
  const query = {
    refId: 'A',
    datasource: { type: source.type, uid: source.uid },
    expr,
    range,
    instant: !range,
    editorMode: 'code',
    ...(range && { interval: '1d' }),
  };
  const pane = {
    datasource: source.uid,
    queries: [query],
    range: { from: String(fromMs), to: String(range ? toMs + DAY_MS : toMs) },
  };
  return `/explore?schemaVersion=1&orgId=1&panes=${encodeURIComponent(JSON.stringify({ a: pane }))}`;
}
