import { labelNames } from '../../components/labelNames.ts';
import type { Label } from '../../queries/label.ts';
import type { Scope } from '../../queries/scope.ts';

/** Which filters of the page do nothing here; undefined where all of them do. */
export function filterWords({ filters = [] }: Scope, known: readonly Label[]): string | undefined {
  const others = filters.map(({ label }) => label).filter((label) => !known.includes(label));
  return others.length === 0
    ? undefined
    : `Worth is known by ${known.map((label) => labelNames[label].toLowerCase()).join(' and ')} alone: ` +
        `the filter on ${others.map((label) => labelNames[label].toLowerCase()).join(' and ')} does nothing here.`;
}
