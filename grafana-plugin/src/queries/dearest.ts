import type { Expression } from './unkept.ts';

/** The `count` largest of an expression's series. */
export const dearest = (expression: Expression, count: number): Expression =>
  typeof expression === 'string' ? `topk(${count}, ${expression})` : expression;
