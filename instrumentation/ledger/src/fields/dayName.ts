import { z } from 'zod';
import { parseDay } from '../store/parseDay.ts';

/** A UTC day as text. */
export function dayName(description: string) {
  return z
    .string()
    .refine((text) => parseDay(text) !== undefined, 'a UTC day: YYYY-MM-DD')
    .meta({ description, format: 'date', examples: ['2026-11-22'] });
}
