import { z } from 'zod';

/** How many of them a page has at most. */
export function pageLimit(max: number) {
  const words = `a whole number from 1 to ${max}`;
  return z
    .string()
    .regex(/^[1-9]\d{0,5}$/, words)
    .transform(Number)
    .pipe(z.number().max(max, words))
    .meta({ description: `How many at most, up to ${max}` })
    .optional();
}
