import type { Answer } from './answer.ts';

/** The answer with its value read by `read`; a failure stays what it is. */
export const mapAnswer = <T, U>(answer: Answer<T>, read: (value: T) => U): Answer<U> =>
  answer.kind === 'value' ? { ...answer, value: read(answer.value) } : answer;
