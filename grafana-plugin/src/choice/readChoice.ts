import { LABELS, type Label } from '../queries/label.ts';
import type { Filter } from '../queries/scope.ts';
import { readCallTime } from './callTimeText.ts';
import { type Choice, COLUMN_SETS } from './choice.ts';
import { readPeriod } from './periodText.ts';

/** What Grafana's own links send for a variable that is not narrowed. */
const ALL = '$__all';

/**
 * Reads the choice from the query string; what it can't make sense of is as if it were not there. Filters are
 * `var-<label>`, once for each value, as in the links of dashboards.
 */
export function readChoice(search: string): Choice {
  const params = new URLSearchParams(search);
  const oneOf = <T extends string>(name: string, values: readonly T[]) =>
    values.find((value) => value === params.get(name));
  const environments = params.getAll('var-environment').filter((value) => value !== ALL);
  return {
    environment: params.get('environment') ?? (environments.length === 1 ? environments[0] : undefined),
    period: readPeriod(params.get('period') ?? '') ?? '30d',
    basis: oneOf('basis', ['estimate', 'bill']) ?? 'estimate',
    against: readPeriod(params.get('against') ?? ''),
    filters: readFilters(params),
    by: oneOf('by', LABELS) ?? 'feature',
    open: params.get('open') ?? undefined,
    then: oneOf('then', LABELS),
    columns: oneOf('columns', COLUMN_SETS) ?? 'money',
    sort: params.get('sort') ?? '',
    find: params.get('find') ?? '',
    chart: oneOf('chart', ['cost', 'perCall']) ?? 'cost',
    isTable: params.get('table') === '1',
    time: readCallTime(params.get('time') ?? '') ?? '24h',
    tab: oneOf('tab', ['calls', 'tasks']) ?? 'calls',
    task: params.get('task') || undefined,
    cursor: params.get('cursor') || undefined,
    call: params.get('call') || undefined,
  };
}

function readFilters(params: URLSearchParams): Filter[] {
  const filters = new Map<Filter['label'], string[]>();
  for (const [name, value] of params) {
    const label = LABELS.find((known): known is Filter['label'] => name === `var-${known}` && isFilter(known));
    const values = label && (filters.get(label) ?? []);
    if (label && values && value !== ALL && !values.includes(value)) {
      filters.set(label, [...values, value]);
    }
  }
  return [...filters].map(([label, values]) => ({ label, values }));
}

const isFilter = (label: Label): boolean => label !== 'environment';
