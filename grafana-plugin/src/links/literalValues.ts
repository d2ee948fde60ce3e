import type { Matcher } from './promSelectors.ts';

const VARIABLE = /^(?:\$(\w+)|\$\{(\w+)(?:[:.][^}]*)?\}|\[\[(\w+)(?::[^\]]*)?\]\])$/;
/** A literal, where nothing but escapes stands for itself. */
const LITERAL = /^(?:[^\\^$.*+?()[\]{}|]|\\[^\w])+$/;

/**
 * The values a matcher asks for by name; undefined where it asks for anything else (a pattern, all but one, everything).
 *
 * @param resolve the values of a dashboard's variable; undefined where it has none of its own
 */
export function literalValues(
  { operator, value }: Matcher,
  resolve: (variable: string) => readonly string[] | undefined
): readonly string[] | undefined {
  if (operator !== '=' && operator !== '=~') {
    return undefined;
  }
  const [, plain, braced, bracketed] = VARIABLE.exec(value) ?? [];
  const variable = plain ?? braced ?? bracketed;
  if (variable !== undefined) {
    return resolve(variable);
  }
  if (operator === '=') {
    return [value];
  }
  const inner = /^\((?:\?:)?(.*)\)$/s.exec(value)?.[1] ?? value;
  const parts = inner.match(/(?:[^\\|]|\\[^])+/g) ?? [];
  return parts.length > 0 && parts.join('|') === inner && parts.every((part) => LITERAL.test(part))
    ? parts.map((part) => part.replaceAll(/\\([^])/g, '$1'))
    : undefined;
}
