import { z } from 'zod';

/** A UTC month as text. */
export function monthName(description: string) {
  return z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a UTC month: YYYY-MM')
    .meta({ description, examples: ['2026-10'] });
}
