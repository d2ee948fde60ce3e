import { z } from 'zod';
import { plainText } from '../fields/plainText.ts';
import type { RecordAction, RecordKind } from './recordKind.ts';

const version = z
  .int('the version the change is based on, a number')
  .min(1, 'the version the change is based on, from 1')
  .meta({ description: 'The version it is based on: 409 where there is a newer one' });
const note = plainText(2_000, 'Why');

/** What a POST of a kind of record takes: a new one, or an action on one that is there. */
export function changeSchema(kind: RecordKind) {
  const create = z
    .strictObject({
      action: z.literal('create'),
      ...(kind.idFields ? {} : { id: ownId().optional() }),
      note: note.optional(),
      record: kind.fields,
    })
    .meta({ description: 'A new one' });
  const actions = Object.entries(kind.actions).map(([name, action]) => actionSchema(kind, name, action));
  return z
    .discriminatedUnion('action', [create, ...actions], `one of create, ${Object.keys(kind.actions).join(', ')}`)
    .meta({ description: kind.says });
}

function actionSchema(kind: RecordKind, name: string, { from, to, mayChange, needsNote }: RecordAction) {
  return z
    .strictObject({
      action: z.literal(name),
      id: z.string().min(1, 'the id of a record').max(300, 'the id of a record'),
      version,
      note: needsNote ? note : note.optional(),
      ...(mayChange ? { record: someOf(kind) } : {}),
    })
    .meta({ description: `Of one that is ${from.join(' or ')}${to === undefined ? '' : `, which is ${to} then`}` });
}

/** Fields that change: of a record that is signed anew, or edited. */
function someOf(kind: RecordKind) {
  const changeable = Object.entries(kind.fields.shape).filter(([name]) => !kind.idFields?.includes(name));
  return z
    .strictObject(Object.fromEntries(changeable.map(([name, field]) => [name, z.optional(z.nullable(field))])))
    .refine((changes) => Object.keys(changes).length > 0, 'say what changes')
    .meta({ description: 'What changes; null takes a field away' });
}

function ownId() {
  return z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'at most 64 of A-Z a-z 0-9 _ . -')
    .meta({ description: 'An id of your own: what is sent twice is then recorded once' });
}
