import { z } from 'zod';
import type { RecordKind } from '../records/recordKind.ts';

const author = z.object({
  name: z.string(),
  proof: z.enum(['signature', 'token', 'none']),
  subject: z.string().optional(),
});

/** An entry of a kind of record, as the API shows it. */
export function entrySchema({ name, fields }: RecordKind) {
  return z
    .object({
      id: z.string(),
      version: z.int(),
      state: z.string(),
      action: z.string(),
      at: z.iso.datetime(),
      by: author,
      note: z.string().optional(),
      createdAt: z.iso.datetime(),
      createdBy: author,
      record: fields,
    })
    .meta({ description: `An entry of ${name}: the record as it is after it, who did it, when and why` });
}
