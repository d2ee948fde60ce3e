/** The conventions' event of a judged answer, put on the active span. */
export const EVALUATION_EVENT = 'gen_ai.evaluation.result';
