import { promString } from './promString.ts';

/** `metric{label="value",…}`; labels without a value are left out. */
export function selector(metric: string, labels: Readonly<Record<string, string | undefined>>): string {
  const matchers = Object.entries(labels).flatMap(([label, value]) =>
    value === undefined ? [] : [`${label}=${promString(value)}`]
  );
  return matchers.length === 0 ? metric : `${metric}{${matchers.join(',')}}`;
}
