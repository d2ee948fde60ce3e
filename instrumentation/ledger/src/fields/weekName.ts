import { z } from 'zod';
import { parseWeek } from '../store/parseWeek.ts';

/** An ISO week as text; its days are UTC days. */
export function weekName(description: string) {
  return z
    .string()
    .refine((text) => parseWeek(text) !== undefined, 'an ISO week: YYYY-Www, such as 2026-W47')
    .meta({ description, examples: ['2026-W47'] });
}
