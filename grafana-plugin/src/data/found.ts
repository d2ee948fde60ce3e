import type { Answer } from './answer.ts';
import type { Series } from './series.ts';

/** The series of an answer; none where it failed: a column without an answer is empty, and the page says so. */
export const found = (answer: Answer<Series[]>): Series[] => (answer.kind === 'value' ? answer.value : []);
