import type { Question } from '../queries/question.ts';

/** What came back for a question: a value, the server's words about why there is none, or that no series keeps it. */
export type Answer<T> =
  | { readonly kind: 'value'; readonly question: Question; readonly value: T }
  | { readonly kind: 'failed'; readonly question: Question; readonly words: string }
  | { readonly kind: 'unkept'; readonly question: Question; readonly words: string };
