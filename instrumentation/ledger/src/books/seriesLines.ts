import { labelTexts } from './labelTexts.ts';
import type { SeriesSums } from './seriesSums.ts';

interface Written {
  readonly name: string;
  readonly labels: readonly string[];
  readonly value: (sum: bigint) => number;
}

/** The lines of a metric with one number a series. */
export function seriesLines({ name, labels, value }: Written, series: () => SeriesSums): () => Iterable<string> {
  const textOf = labelTexts(labels);
  function* write(taken: readonly (readonly [values: readonly string[], sum: bigint])[]) {
    for (const [values, sum] of taken) {
      yield `${name}{${textOf(values)}} ${value(sum)}`;
    }
  }
  return () => write(Array.from(series(), ({ values, sum }) => [values, sum] as const));
}
