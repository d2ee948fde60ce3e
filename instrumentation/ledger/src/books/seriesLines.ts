import { labelText } from './labelText.ts';
import type { SeriesSums } from './seriesSums.ts';

interface Written {
  readonly name: string;
  readonly labels: readonly string[];
  readonly value: (sum: bigint) => number;
}

/** The lines of a metric with one number a series. What stands before the number is written once for each series. */
export function seriesLines({ name, labels, value }: Written, series: () => SeriesSums): () => Iterable<string> {
  const heads = new WeakMap<readonly string[], string>();
  const headOf = (values: readonly string[]) => {
    const head = heads.get(values) ?? `${name}{${labelText(labels, values)}} `;
    heads.set(values, head);
    return head;
  };
  function* write(taken: readonly (readonly [values: readonly string[], sum: bigint])[]) {
    for (const [values, sum] of taken) {
      yield `${headOf(values)}${value(sum)}`;
    }
  }
  return () => write(Array.from(series(), ({ values, sum }) => [values, sum] as const));
}
