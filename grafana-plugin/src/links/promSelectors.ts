/** One matcher of a selector, its value as the text it means. */
export interface Matcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

interface PromSelector {
  /** '' where the name is among the matchers, or nowhere. */
  readonly metric: string;
  readonly matchers: readonly Matcher[];
}

const STRING = String.raw`"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\`[^\`]*\``;
/** What PromQL is made of, as far as it takes to know strings and comments from selectors. */
const TOKEN = new RegExp(String.raw`#[^\n]*|${STRING}|[a-zA-Z_:][\w:]*|!=|=~|!~|[^\s]`, 'g');
const WORD = /^[a-zA-Z_:]/;
const OPERATORS = ['=', '!=', '=~', '!~'] as const;

/**
 * The selectors of a PromQL expression, `metric{label="value"}`, in order; those without braces are left out. Never
 * fails: what is not PromQL has none, what is written wrong has what could be read.
 */
export function promSelectors(expr: string): PromSelector[] {
  const tokens = (expr.match(TOKEN) ?? []).filter((token) => !token.startsWith('#'));
  const selectors: PromSelector[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token === '{') {
      const end = tokens.indexOf('}', index);
      const before = tokens[index - 1] ?? '';
      const inside = tokens.slice(index + 1, end < 0 ? undefined : end);
      selectors.push({ metric: WORD.test(before) ? before : '', matchers: matchersOf(inside) });
    }
  }
  return selectors;
}

function matchersOf(tokens: readonly string[]): Matcher[] {
  return tokens.flatMap((token, index) => {
    const operator = OPERATORS.find((known) => known === token);
    const label = tokens[index - 1] ?? '';
    const text = textOf(tokens[index + 1] ?? '');
    return operator && text !== undefined
      ? [{ label: WORD.test(label) ? label : (textOf(label) ?? ''), operator, value: text }]
      : [];
  });
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/** What a literal means; undefined where it is none. An escape that is not one stays as it is. */
function textOf(literal: string): string | undefined {
  const quote = literal[0];
  if (literal.length < 2 || !quote || !'"\'`'.includes(quote)) {
    return undefined;
  }
  const inside = literal.slice(1, -1);
  return quote === '`' ? inside : inside.replaceAll(/\\([^])/g, (whole, char: string) => ESCAPES[char] ?? whole);
}
