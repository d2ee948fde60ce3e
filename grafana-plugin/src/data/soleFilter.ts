import type { Filter, Scope } from '../queries/scope.ts';

/** The one name that is all of what is asked, where there is just one: it has an owner and a budget of its own. */
export interface SoleFilter {
  readonly label: Filter['label'];
  readonly value: string;
}

/** undefined where nothing is filtered, or more than one name is. */
export function soleFilter({ filters = [] }: Scope): SoleFilter | undefined {
  const [filter, ...others] = filters;
  const [value, ...more] = filter?.values ?? [];
  return filter && value !== undefined && others.length === 0 && more.length === 0
    ? { label: filter.label, value }
    : undefined;
}
