import type { Owners } from './owners.ts';

/** What batches of a feature may take on average, hours, by feature. */
export function turnaroundBars({ features }: Pick<Owners, 'features'>): ReadonlyMap<string, number> {
  return new Map(
    [...features].flatMap(([name, { batchTurnaroundHours }]) =>
      batchTurnaroundHours === undefined ? [] : [[name, Number(batchTurnaroundHours)] as const]
    )
  );
}
