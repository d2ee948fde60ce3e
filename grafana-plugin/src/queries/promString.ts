const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r' };

/** A PromQL string literal that means exactly `value`, whatever quotes, backslashes or line breaks it holds. */
export const promString = (value: string): string =>
  `"${value.replace(/[\\"\n\r]/g, (char) => ESCAPES[char] ?? char)}"`;
