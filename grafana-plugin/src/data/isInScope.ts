import type { Scope } from '../queries/scope.ts';
import { EVENT_SCOPE } from './eventScope.ts';

/** Whether an event may have touched what the page is narrowed to: no label says otherwise. */
export function isInScope(record: Readonly<Record<string, string>>, { environment, filters = [] }: Scope): boolean {
  return EVENT_SCOPE.every(([field, label]) => {
    const value = record[field];
    if (value === undefined) {
      return true;
    }
    if (label === 'environment') {
      return environment === undefined || environment === value;
    }
    return filters.every((filter) => filter.label !== label || filter.values.includes(value));
  });
}
