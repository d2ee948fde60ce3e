import type { DataFrame } from '@grafana/data';
import { plainText } from '../../data/plainText.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import type { OptimizationOptions } from './optimizationOptions.ts';

interface Mark {
  /** Start of its UTC day. */
  readonly day: number;
  readonly what: string;
}

const DATE = /^\d{4}-\d\d-\d\d$/;

/**
 * When something was optimized, in order, a day once: the dashboard's annotations that carry the tag, and the panel's own
 * date. Words where that date is not one.
 */
export function readMarks(
  annotations: readonly DataFrame[] = [],
  { tag, date, what }: OptimizationOptions
): readonly Mark[] | { readonly words: string } {
  const marks: Mark[] = [];
  for (const { fields } of annotations) {
    const valuesOf = (name: string): readonly unknown[] => fields.find((field) => field.name === name)?.values ?? [];
    const [times, texts, titles, tags] = [valuesOf('time'), valuesOf('text'), valuesOf('title'), valuesOf('tags')];
    times.forEach((at, row) => {
      const own = tags[row];
      if (Number.isFinite(Number(at)) && (tag === '' || (Array.isArray(own) && own.includes(tag)))) {
        marks.push({ day: dayOf(Number(at)), what: plain(texts[row] || titles[row]) });
      }
    });
  }
  if (date !== '') {
    const at = DATE.test(date) ? Date.parse(date) : NaN;
    if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(date)) {
      return { words: `“${date.slice(0, 40)}” is not a day: write it like 2026-11-04.` };
    }
    marks.push({ day: at, what });
  }
  const byDay = Map.groupBy(marks, ({ day }) => day);
  return [...byDay]
    .map(([day, same]) => ({ day, what: [...new Set(same.flatMap((mark) => mark.what || []))].join(', ') }))
    .toSorted((a, b) => a.day - b.day);
}

const dayOf = (at: number): number => Math.floor(at / DAY_MS) * DAY_MS;

/** The first line says what was done; Grafana keeps annotations as HTML. */
const plain = (text: unknown): string => (typeof text === 'string' ? (plainText(text).split('\n')[0] ?? '') : '');
