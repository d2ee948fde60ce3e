import type { Label } from './label.ts';

/** One sum, or one for each combination of `by`. */
export const sum = (inner: string, by: readonly Label[] = []): string =>
  by.length === 0 ? `sum(${inner})` : `sum by (${by.join(', ')}) (${inner})`;
