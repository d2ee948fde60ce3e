import type { Attribution } from '../../data/attribution.ts';

/** The names of the rows, the dearest first: what the chart stacks from the bottom, and colours. */
export const rowNames = ({ rows }: Attribution): string[] =>
  rows
    .toSorted((a, b) => (b.values.cost ?? 0) - (a.values.cost ?? 0) || a.name.localeCompare(b.name, 'en'))
    .map(({ name }) => name);
