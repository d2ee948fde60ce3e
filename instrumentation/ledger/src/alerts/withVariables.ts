/** Puts the values of environment variables where a text names them, `$NAME` or `${NAME}` (`$$` is `$`); says the first that is unset. */
export function withVariables(
  text: string,
  env: Readonly<Record<string, string | undefined>>
): { readonly value: string; readonly unset: string | undefined } {
  let unset: string | undefined;
  const value = text.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
    if (whole === '$$') {
      return '$';
    }
    const name = braced ?? bare ?? '';
    const found = env[name];
    if (!found) {
      unset ??= name;
    }
    return found ?? '';
  });
  return { value, unset };
}
