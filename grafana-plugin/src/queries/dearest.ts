import type { Expression } from './unkept.ts';

/** The `count` largest of an expression's series. */
export function dearest(expression: Expression, count: number): Expression {
  if (typeof expression === 'string') {
    return `topk(${count}, ${expression})`;
  }
  return 'unkept' in expression
    ? expression
    : { params: { ...expression.params, limit: String(count) }, hasOthers: false };
}
