import type { Answer } from './answer.ts';

/** What came back for a question; undefined where nothing did. */
export const valueOf = <T>(answer: Answer<T>): T | undefined => (answer.kind === 'value' ? answer.value : undefined);
