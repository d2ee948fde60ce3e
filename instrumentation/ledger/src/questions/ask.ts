import type { QUESTIONS } from './questions.ts';

type Questions = typeof QUESTIONS;

/**
 * Asks the books beside their writer.
 *
 * @throws Busy when too many wait already
 */
export type Ask = <Name extends keyof Questions>(
  name: Name,
  query: Parameters<Questions[Name]>[1]
) => Promise<ReturnType<Questions[Name]>>;
