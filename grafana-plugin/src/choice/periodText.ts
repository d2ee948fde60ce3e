import { NAMED_PERIODS, type Period } from './period.ts';

const DAYS = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/;

/** A period as the URL holds it: its name, or `2026-11-01..2026-11-20`. */
export const writePeriod = (period: Period): string =>
  typeof period === 'string' ? period : `${period.from}..${period.to}`;

/** undefined: not a period. Days have to be in the calendar and in order. */
export function readPeriod(text: string): Period | undefined {
  const [, from = '', to = ''] = DAYS.exec(text) ?? [];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : NAMED_PERIODS.find((name) => name === text);
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return text !== '' && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
