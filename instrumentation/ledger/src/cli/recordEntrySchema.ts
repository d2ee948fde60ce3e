import { z } from 'zod';

/** An entry as the API shows it, as far as commands look at it. */
export const RECORD_ENTRY = z.looseObject({
  id: z.string(),
  version: z.number(),
  state: z.string(),
  action: z.string(),
  at: z.string(),
  by: z.looseObject({ name: z.string() }),
  note: z.string().optional(),
  record: z.record(z.string(), z.unknown()),
});

export type ShownEntry = z.infer<typeof RECORD_ENTRY>;
