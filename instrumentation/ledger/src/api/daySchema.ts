import { z } from 'zod';
import { count } from '../fields/count.ts';
import { nanoUsd } from '../fields/nanoUsd.ts';

const SUMS = z.object({
  costNanoUsd: nanoUsd('Of its own calls, as they stand in its books: of a closed day they never change'),
  requests: count('Its own calls'),
  adjustmentNanoUsd: nanoUsd('Booked on this day for earlier, closed ones'),
  lateNanoUsd: nanoUsd('Of its own calls that came after it closed: adjustments of later days'),
  lateRequests: z
    .string()
    .regex(/^-?\d+$/)
    .meta({ description: 'Those calls; below 0 in a part that a correction took calls from' }),
  restatedNanoUsd: nanoUsd('Of all its calls, whenever they came: cost and late'),
});

/** A day, as the API shows it. */
export const DAY_SCHEMA = SUMS.extend({
  day: z.string(),
  state: z.enum(['open', 'closing', 'closed']).meta({ description: 'closing: it is over, and not closed yet' }),
  parts: z
    .array(SUMS.extend({ name: z.string() }))
    .meta({ description: 'By what was asked; the dearest first, `other` is what the rest adds up to' })
    .optional(),
});
