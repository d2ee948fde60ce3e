import { z } from 'zod';
import { parseDay } from '../store/parseDay.ts';

/** A UTC day in a query string, read as whole days since the epoch. */
export function dayParameter(description: string) {
  return z
    .string()
    .transform((text, context) => {
      const day = parseDay(text);
      if (day === undefined) {
        context.addIssue({ code: 'custom', message: 'a UTC day: YYYY-MM-DD' });
        return z.NEVER;
      }
      return day;
    })
    .meta({ description, format: 'date' });
}
