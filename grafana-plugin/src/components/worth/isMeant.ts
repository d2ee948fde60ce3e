import type { Label } from '../../queries/label.ts';
import type { Scope } from '../../queries/scope.ts';

/** Whether the page's filters leave a row in; filters on labels it does not have let it pass. */
export function isMeant({ filters = [] }: Scope, labels: Partial<Record<Label, string>>): boolean {
  return filters.every(({ label, values }) => {
    const own = labels[label];
    return own === undefined || values.includes(own);
  });
}
