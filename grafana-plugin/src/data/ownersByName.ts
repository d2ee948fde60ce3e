import type { Series } from './series.ts';

/** The owner of each name that has one. */
export const ownersByName = (series: readonly Series[]): ReadonlyMap<string, string> =>
  new Map(series.flatMap(({ labels: { name = '', owner } }) => (owner ? [[name, owner] as const] : [])));
