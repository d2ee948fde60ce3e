import type { Question } from '../queries/question.ts';

/** What came back for a question: a value, or the server's words about why there is none. */
export type Answer<T> =
  | { readonly kind: 'value'; readonly question: Question; readonly value: T }
  | { readonly kind: 'failed'; readonly question: Question; readonly words: string };
