import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { pageLimit } from '../../fields/pageLimit.ts';
import type { Ask } from '../../questions/ask.ts';
import { changeSchema } from '../../records/changeSchema.ts';
import { decideEntry } from '../../records/decideEntry.ts';
import type { RecordChange } from '../../records/recordChange.ts';
import { recordId } from '../../records/recordId.ts';
import type { RecordKind } from '../../records/recordKind.ts';
import type { Store } from '../../store/store.ts';
import { ApiRefusal } from '../apiRefusal.ts';
import { entrySchema } from '../entrySchema.ts';
import type { Answer, Route } from '../route.ts';
import { shownEntry } from '../shownEntry.ts';

interface RecordParts {
  readonly store: Pick<Store, 'record'>;
  readonly ask: Ask;
  readonly now: () => number;
}

/** Reading and writing one kind of record. Writing adds an entry; nothing is ever changed or deleted. */
export function recordRoutes(kind: RecordKind, { store, ask, now }: RecordParts): Route[] {
  const path = `/api/v1/${kind.name}`;
  const states = [...new Set([kind.first, ...Object.values(kind.actions).flatMap(({ to }) => to ?? [])])];
  const query = z.strictObject({
    id: z.string().min(1).max(300).meta({ description: 'Only this record' }).optional(),
    state: z
      .enum(states, `one of ${states.join(', ')}`)
      .meta({ description: 'Only records in this state' })
      .optional(),
    history: z.literal('1', '1, or leave it out').meta({ description: 'Every entry, not only the newest' }).optional(),
    limit: pageLimit(500),
    cursor: z
      .string()
      .regex(/^\d{1,15}$/, 'what next of a page was')
      .meta({ description: 'Goes on after a page: its next' })
      .optional(),
  });
  const entry = entrySchema(kind);
  const newest = async (id: string) => (await ask('records', { kind: kind.name, id, limit: 1 }))[0];
  const conflict = async (id: string, why: string): Promise<Answer> => {
    const current = await newest(id);
    return { httpStatus: 409, body: { error: `not recorded: ${why}`, current: current && shownEntry(current) } };
  };

  const list: Route<z.infer<typeof query>> = {
    method: 'GET',
    path,
    summary: `${kind.says}; latest change first`,
    query,
    answers: { 200: z.object({ [kind.name]: z.array(entry), next: z.string().nullable() }) },
    async handle({ query: { id, state, history, limit = 100, cursor } }) {
      const before = cursor === undefined ? undefined : Number(cursor);
      const isHistory = history !== undefined;
      const found = await ask('records', { kind: kind.name, id, state, isHistory, before, limit: limit + 1 });
      const shown = found.slice(0, limit);
      const next = found.length > limit ? String(shown.at(-1)?.seq) : null;
      return { body: { [kind.name]: shown.map(shownEntry), next } };
    },
  };
  const write: Route<unknown, RecordChange> = {
    method: 'POST',
    path,
    summary: `Record one, or a change of one`,
    role: 'Editor',
    body: changeSchema(kind) as z.ZodType<RecordChange>,
    answers: { 200: entry, 201: entry, 409: z.object({ error: z.string(), current: entry.optional() }) },
    async handle({ body: change, by }) {
      const id = recordId(kind, change);
      const current = id === undefined ? undefined : await newest(id);
      const decided = decideEntry(kind, change, current, { by, atMs: now(), newId: randomUUID() });
      switch (decided.kind) {
        case 'missing':
          throw new ApiRefusal(404, `there is no ${kind.name.replace(/s$/, '')} with this id`, { field: 'id' });
        case 'invalid':
          throw new ApiRefusal(400, `${decided.field}: ${decided.why}`, { field: decided.field });
        case 'conflict':
          return conflict(id ?? '', decided.why);
        case 'entry':
          break;
      }
      const outcome = await store.record(decided.entry);
      if (outcome.kind === 'unavailable') {
        throw new ApiRefusal(503, outcome.message);
      }
      if (outcome.kind === 'conflict') {
        return conflict(decided.entry.id, 'somebody was faster');
      }
      const { atMs, version } = decided.entry;
      const first = current ?? { createdMs: atMs, createdBy: by };
      const body = shownEntry({ ...decided.entry, createdMs: first.createdMs, createdBy: first.createdBy });
      return { httpStatus: version === 1 ? 201 : 200, body };
    },
  };
  return [list as Route, write as Route];
}
