import { config, getBackendSrv } from '@grafana/runtime';
import { firstValueFrom } from 'rxjs';
import { askLedger } from './askLedger.ts';
import { eventAnnotation, MIRROR_TAGS } from './eventAnnotation.ts';
import type { AnnotationDraft, GrafanaAnnotation } from './grafanaAnnotation.ts';
import type { EventEntry } from './lever.ts';
import { listIn } from './listIn.ts';
import { planMirror } from './planMirror.ts';

/** Grafana has no pages of annotations; so many are more than anybody records. */
const MOST = 5_000;
const PAGE = '500';

/** One after the other: two at once would both make what is missing. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Makes Grafana's annotations mirror the ledger's optimizations, in the name of who is signed in (an Editor). Resolves
 * with those made by hand that could become a record. Rejects with what Grafana's fetch rejects with, or an Error.
 */
export function mirrorEvents(signal?: AbortSignal): Promise<readonly GrafanaAnnotation[]> {
  return inTurn(() => mirrorOnce(signal));
}

/** Makes one that was made by hand the mirror of a record. */
export async function adoptAnnotation(id: number, event: EventEntry): Promise<void> {
  await inTurn(() => change(id, eventAnnotation(event, config.appSubUrl)));
}

function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const turn = last.then(run);
  last = turn.catch(() => undefined);
  return turn;
}

async function mirrorOnce(signal: AbortSignal | undefined): Promise<readonly GrafanaAnnotation[]> {
  const events = await allEvents(signal);
  if (events === undefined) {
    return [];
  }
  const annotations = await allAnnotations();
  const { create, update, remove, adopt } = planMirror(events, annotations, config.appSubUrl);
  for (const draft of create) {
    signal?.throwIfAborted();
    await tell('POST', '', draft);
  }
  for (const { id, to } of update) {
    signal?.throwIfAborted();
    await change(id, to);
  }
  for (const id of remove) {
    signal?.throwIfAborted();
    await tell('DELETE', `/${id}`);
  }
  return adopt;
}

/** Undefined where no ledger is set up, or it keeps none. */
async function allEvents(signal: AbortSignal | undefined): Promise<readonly EventEntry[] | undefined> {
  const events: EventEntry[] = [];
  let cursor: string | null | undefined;
  do {
    const params: Record<string, string> = { limit: PAGE, ...(cursor && { cursor }) };
    const answer = await askLedger('events', params, signal);
    const page = listIn<EventEntry>(answer, 'events');
    if (answer.kind !== 'value' || page.kind !== 'value') {
      if (page.kind === 'failed') {
        throw new Error(page.words);
      }
      return undefined;
    }
    events.push(...page.value);
    cursor = (answer.value as { next?: string | null }).next;
  } while (cursor);
  return events;
}

async function allAnnotations(): Promise<readonly GrafanaAnnotation[]> {
  const query = new URLSearchParams([
    ['type', 'annotation'],
    ['limit', String(MOST)],
    ...MIRROR_TAGS.map((tag) => ['tags', tag]),
  ]);
  const found = (await tell('GET', `?${query.toString()}`)) as readonly GrafanaAnnotation[];
  if (found.length >= MOST) {
    throw new Error(`Grafana has ${MOST} annotations or more with these tags: which are missing cannot be told`);
  }
  return found;
}

const change = (id: number, to: AnnotationDraft) => tell('PATCH', `/${id}`, to);

/** The one place that knows where Grafana keeps annotations. */
async function tell(method: string, path: string, data?: AnnotationDraft): Promise<unknown> {
  const url = `/api/annotations${path}`;
  const answer = await firstValueFrom(
    getBackendSrv().fetch<unknown>({
      url,
      method,
      ...(data && { data }),
      showErrorAlert: false,
      showSuccessAlert: false,
    })
  );
  return answer.data;
}
