import { z } from 'zod';
import { DAY_MS } from '../store/eventDay.ts';
import { parseDay } from '../store/parseDay.ts';
import { parseMicros } from './parseMicros.ts';

/**
 * A time in a query string, read as µs since the epoch: a UTC day (`from`: its first moment, `to`: the first one after
 * it), or an ISO 8601 time.
 */
export function moment(end: 'from' | 'to', description: string) {
  return z
    .string()
    .transform((text, context) => {
      const day = parseDay(text);
      const us = day === undefined ? parseMicros(text) : (day + (end === 'to' ? 1 : 0)) * DAY_MS * 1_000;
      if (us === undefined) {
        context.addIssue({ code: 'custom', message: 'a UTC day or time: 2026-11-22 or 2026-11-22T13:00:00Z' });
        return z.NEVER;
      }
      return us;
    })
    .meta({ description });
}
