import type { Filter } from '../queries/scope.ts';

/** The filters with one more value; a label that is filtered already takes it beside the others. */
export function narrow(filters: readonly Filter[], label: Filter['label'], value: string): Filter[] {
  const old = filters.find((filter) => filter.label === label);
  const values = [...(old?.values ?? []).filter((other) => other !== value), value];
  return old ? filters.map((filter) => (filter === old ? { label, values } : filter)) : [...filters, { label, values }];
}
