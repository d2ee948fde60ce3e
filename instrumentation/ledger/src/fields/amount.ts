import { z } from 'zod';

/** An amount as decimal text, so that it stays exact on its way: `12000`, `0.88`. */
export function amount(description: string) {
  return z
    .string()
    .regex(/^(0|[1-9]\d{0,11})(\.\d{1,9})?$/, 'an amount as text, such as "1200" or "0.88"')
    .meta({ description });
}
