import { z } from 'zod';

/** A count in an answer, as text like the money beside it. */
export function count(description: string) {
  return z.string().regex(/^\d+$/).meta({ description });
}
