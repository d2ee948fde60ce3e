import { z } from 'zod';

const MAX_LENGTH = 128;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** A feature, tenant, model …, as the books name it: intake cleans and bounds labels the same way. */
export function labelName(description: string) {
  return z
    .string()
    .min(1, 'a name, as the books have it')
    .max(MAX_LENGTH, `at most ${MAX_LENGTH} characters: the books have no longer names`)
    .refine((name) => !UNPRINTABLE.test(name) && name.trim() === name, 'a name, as the books have it')
    .meta({ description });
}
