import type { SQLInputValue } from 'node:sqlite';
import type { CallFilter } from './callFilter.ts';

const LABELS = ['feature', 'team', 'provider', 'model', 'account', 'request_type', 'environment'] as const;

export interface Where {
  /** Without the word. */
  readonly sql: string;
  readonly values: Record<string, SQLInputValue>;
}

/** The condition on a table of calls named `c`. Lists travel as JSON: the statement is the same for every length. */
export function callWhere(filter: CallFilter): Where {
  const conditions = ['c.start_us >= :fromUs', 'c.start_us < :toUs'];
  const values: Record<string, SQLInputValue> = { fromUs: filter.fromUs, toUs: filter.toUs };
  const labels = LABELS.filter((label) => filter[label] !== undefined);
  labels.forEach((label) => (values[label] = JSON.stringify(filter[label])));
  if (labels.length > 0) {
    const each = labels.map((label) => `${label} IN (SELECT value FROM json_each(:${label}))`);
    conditions.push(`c.dimension IN (SELECT id FROM dimension WHERE ${each.join(' AND ')})`);
  }
  if (filter.tenant) {
    conditions.push('c.tenant IN (SELECT id FROM name WHERE value IN (SELECT value FROM json_each(:tenant)))');
    values['tenant'] = JSON.stringify(filter.tenant);
  }
  if (filter.status) {
    conditions.push('c.status IN (SELECT value FROM json_each(:status))');
    values['status'] = JSON.stringify(filter.status);
  }
  if (filter.task !== undefined) {
    conditions.push('c.task = :task');
    values['task'] = filter.task;
  }
  if (filter.trace !== undefined) {
    conditions.push('substr(c.key, 1, 16) = :trace');
    values['trace'] = Buffer.from(filter.trace, 'hex');
  }
  return { sql: conditions.join(' AND '), values };
}
