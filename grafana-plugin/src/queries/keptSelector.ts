import { type KeptFigure, keptSeries } from './keptSeries.ts';
import type { Label } from './label.ts';
import type { Scope } from './scope.ts';
import { selector, type Wanted } from './selector.ts';
import type { Expression } from './unkept.ts';

const ENVIRONMENT: Label = 'environment';

/**
 * The selector of a figure's series, from the smallest that carry every label asked for. Where none carries them with
 * the environment, those of all environments answer; where none carries them at all, the answer is the words for it.
 */
export function keptSelector(
  figure: KeptFigure,
  { environment, filters = [] }: Scope,
  by: readonly Label[] = [],
  more: Readonly<Record<string, Wanted>> = {}
): Expression {
  const asked = new Set<Label>([...by, ...filters.map(({ label }) => label)]);
  const kept: readonly { readonly metric: string; readonly labels: readonly Label[] }[] = keptSeries[figure];
  const carrying = kept.filter(({ labels }) => [...asked].every((label) => labels.includes(label)));
  const found =
    (environment === undefined ? undefined : carrying.find(({ labels }) => labels.includes(ENVIRONMENT))) ??
    carrying[0];
  if (!found) {
    return { unkept: `not kept by ${[...asked].map((label) => label.replace('_', ' ')).join(' and ')}` };
  }
  return selector(found.metric, {
    ...(found.labels.includes(ENVIRONMENT) && { environment }),
    ...Object.fromEntries(filters.map(({ label, values }) => [label, values])),
    ...more,
  });
}
