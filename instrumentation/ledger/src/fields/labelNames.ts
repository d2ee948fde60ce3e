import { z } from 'zod';
import { labelName } from './labelName.ts';

const MOST_NAMES = 20;
const MOST_CHARS = 3_000;

/** Several features, models …, in one line with commas between them; a name with a comma of its own cannot be among them. */
export function labelNames(description: string) {
  const name = labelName('');
  return z
    .string()
    .min(1, 'names with commas between them')
    .max(MOST_CHARS, `at most ${MOST_CHARS} characters`)
    .refine((list) => list.split(',').every((one) => name.safeParse(one.trim()).success), {
      error: 'names as the books have them, with commas between them',
    })
    .refine((list) => list.split(',').length <= MOST_NAMES, { error: `at most ${MOST_NAMES} names` })
    .meta({ description });
}
