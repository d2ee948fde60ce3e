/** One sum, or one for each combination of `by`. */
export const sum = (inner: string, by: readonly string[] = []): string =>
  by.length === 0 ? `sum(${inner})` : `sum by (${by.join(', ')}) (${inner})`;
