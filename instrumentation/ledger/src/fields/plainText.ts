import { z } from 'zod';

/** Control characters but line ends and tabs, separators that break lines unseen, halves of surrogate pairs. */
const UNPRINTABLE = /[^\P{Cc}\n\t]|[\p{Cs}\u2028\u2029]/u;

/** Text for people, trimmed and bounded. */
export function plainText(maxLength: number, description: string) {
  return z
    .string()
    .trim()
    .min(1, 'write something, or leave it out')
    .max(maxLength, `at most ${maxLength} characters`)
    .refine((text) => !UNPRINTABLE.test(text), 'text without control characters')
    .meta({ description });
}
