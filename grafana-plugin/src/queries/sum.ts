import type { Dimension } from './dimension.ts';

/** One sum, or one per value of `by`. */
export const sum = (inner: string, by?: Dimension): string =>
  by === undefined ? `sum(${inner})` : `sum by (${by}) (${inner})`;
