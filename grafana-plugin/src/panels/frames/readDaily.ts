import { type DataFrame, type Field, FieldType, getFieldDisplayName } from '@grafana/data';
import type { DailyCosts } from '../../data/dailyCosts.ts';
import { DAY_MS } from '../../queries/dayMs.ts';

interface ReadDaily extends DailyCosts {
  /** Where each name comes from, for its links and labels; the first where several have the name. */
  readonly fields: ReadonlyMap<string, Field>;
}

/** The ledger keeps days for ever; a panel draws no more than these. */
const MOST_DAYS = 400;

/**
 * What a dashboard's query answered as whole UTC days: every number field beside a time field is a series, named as
 * Grafana names it. A stamp means the UTC day it is in. Names that come twice add up. Otherwise the words for why not.
 */
export function readDaily(frames: readonly DataFrame[]): ReadDaily | { readonly words: string } {
  const all = [...frames];
  const values = new Map<string, Map<number, number>>();
  const fields = new Map<string, Field>();
  for (const frame of all) {
    const times = frame.fields.find(({ type }) => type === FieldType.time)?.values;
    for (const field of times ? frame.fields.filter(({ type }) => type === FieldType.number) : []) {
      const name = getFieldDisplayName(field, frame, all);
      const own = new Map<number, number>();
      for (const [row, value] of field.values.entries() as IterableIterator<[number, unknown]>) {
        if (typeof value !== 'number' || !Number.isFinite(value)) {
          continue;
        }
        const day = Math.floor(Number(times?.[row]) / DAY_MS) * DAY_MS;
        if (own.has(day)) {
          return { words: `“${short(name)}” has several values on one day: set the query’s Min step to 1d.` };
        }
        own.set(day, value);
      }
      const known = values.get(name);
      own.forEach((value, day) => known?.set(day, (known.get(day) ?? 0) + value));
      values.set(name, known ?? own);
      fields.set(name, fields.get(name) ?? field);
    }
  }
  const seen = [...values.values()].flatMap((byDay) => [...byDay.keys()]);
  if (seen.length === 0) {
    return { words: 'No days: this panel draws a range query of numbers over time, one value a day.' };
  }
  const last = seen.reduce((a, b) => Math.max(a, b));
  const first = Math.max(
    last - (MOST_DAYS - 1) * DAY_MS,
    seen.reduce((a, b) => Math.min(a, b))
  );
  const days = Array.from({ length: (last - first) / DAY_MS + 1 }, (_, index) => first + index * DAY_MS);
  const byName = new Map([...values].map(([name, byDay]) => [name, days.map((day) => byDay.get(day))]));
  return { days, byName, fields };
}

const short = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);
