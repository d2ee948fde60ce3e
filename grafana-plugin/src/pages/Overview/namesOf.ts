import type { Breakdown } from '../../data/breakdown.ts';

/** The names of the rows, the dearest first: what the chart stacks from the bottom, and colours. */
export const namesOf = ({ rows }: Breakdown): string[] =>
  rows.kind === 'value' ? rows.value.map(({ name }) => name) : [];
