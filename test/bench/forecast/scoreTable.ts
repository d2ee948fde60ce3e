import { markdownTable } from '../report/markdownTable.ts';
import { mean } from './mean.ts';
import type { Method } from './method.ts';
import { percent } from './percent.ts';
import { score, WINDOWS, type Score } from './score.ts';

const HEAD = WINDOWS.flatMap(({ from, through }) => [
  `MAPE, days ${from}–${through}`,
  'of the sum',
  'in 80 %',
  'in 95 %',
]);

/** How each method did on the same series: a Markdown table of means, and the scores of series and windows behind it. */
export function scoreTable(
  methods: Readonly<Record<string, Method>>,
  set: readonly (readonly number[])[]
): { readonly table: string; readonly scores: ReadonlyMap<string, readonly (readonly Score[])[]> } {
  const scores = new Map(Object.entries(methods).map(([name, method]) => [name, set.map((one) => score(method, one))]));
  const rows = [...scores].map(([name, all]) => [
    name,
    ...WINDOWS.flatMap((_, window) => {
      const of = (pick: (score: Score) => number) => mean(all.map((one) => pick(one[window] as Score)));
      return [
        of(({ ape }) => ape),
        of(({ sumError }) => sumError),
        of(({ within80 }) => within80),
        of(({ within95 }) => within95),
      ].map(percent);
    }),
  ]);
  return { table: markdownTable(['%', ...HEAD], rows), scores };
}
