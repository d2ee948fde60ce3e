import { readStamp, STAMP_VERSION } from './annotationStamp.ts';
import { eventAnnotation } from './eventAnnotation.ts';
import type { AnnotationDraft, GrafanaAnnotation } from './grafanaAnnotation.ts';
import type { EventEntry } from './lever.ts';

/** What makes Grafana's annotations say what the ledger's records do. */
export interface MirrorPlan {
  readonly create: readonly AnnotationDraft[];
  readonly update: readonly { readonly id: number; readonly to: AnnotationDraft }[];
  readonly remove: readonly number[];
  /** Made by hand with our tags: nobody touches them until somebody makes them a record. */
  readonly adopt: readonly GrafanaAnnotation[];
}

/**
 * Each optimization that is not withdrawn has one annotation that says what its record does: missing ones are made,
 * changed ones put right, second copies and those of withdrawn ones removed. What mirrors a record that is not among
 * these, or was written by a newer app, is left alone. After it was carried out, the next plan has nothing to do.
 *
 * @param annotations all that carry our tags
 */
export function planMirror(
  events: readonly EventEntry[],
  annotations: readonly GrafanaAnnotation[],
  rootUrl: string
): MirrorPlan {
  const stamped = annotations
    .map((annotation) => ({ annotation, stamp: readStamp(annotation.text) }))
    .toSorted((a, b) => a.annotation.id - b.annotation.id);
  const copies = Map.groupBy(stamped, ({ stamp }) => stamp?.event);
  const create: AnnotationDraft[] = [];
  const update: MirrorPlan['update'][number][] = [];
  const remove: number[] = [];
  for (const event of new Map(events.map((one) => [one.id, one])).values()) {
    const found = copies.get(event.id) ?? [];
    const own = found.filter(({ stamp }) => (stamp?.version ?? 0) <= STAMP_VERSION).map(({ annotation }) => annotation);
    const isKept = event.state !== 'withdrawn' && own.length === found.length;
    const first = isKept ? own[0] : undefined;
    remove.push(...own.filter((one) => one !== first).map(({ id }) => id));
    const to = eventAnnotation(event, rootUrl);
    // A record without a day stands nowhere.
    if (isKept && to.time > 0) {
      if (first === undefined) {
        create.push(to);
      } else if (!isSame(first, to)) {
        update.push({ id: first.id, to });
      }
    }
  }
  return { create, update, remove, adopt: (copies.get(undefined) ?? []).map(({ annotation }) => annotation) };
}

/** Grafana keeps no order of tags. */
function isSame(is: GrafanaAnnotation, to: AnnotationDraft): boolean {
  return (
    is.text === to.text &&
    is.time === to.time &&
    (is.timeEnd || is.time) === to.timeEnd &&
    is.tags.toSorted().join('\n') === to.tags.toSorted().join('\n')
  );
}
