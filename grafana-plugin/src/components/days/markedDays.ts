import { formatDay } from '../numbers/formatDay.ts';
import { type ChartMark, MARK_KINDS, MARK_NAMES, MARK_SYMBOLS, type MarkKind } from './chartMark.ts';

/** A day's one marker, however much happened on it. */
export interface MarkedDay {
  readonly day: number;
  /** Its place among the chart's days. */
  readonly index: number;
  readonly marks: readonly ChartMark[];
  /** The foremost of its kinds. */
  readonly kind: MarkKind;
  /** A symbol for each kind, and how many marks there are where it is not one for each: `▼`, `▼●`, `▼┆ 5`. */
  readonly symbols: string;
  /** For who can't see it. */
  readonly name: string;
}

/** The days of a chart that have marks, in order; marks of other days are left out. */
export function markedDays(days: readonly number[], marks: readonly ChartMark[]): readonly MarkedDay[] {
  const byDay = Map.groupBy(marks, ({ day }) => day);
  return days.flatMap((day, index) => {
    const own = byDay.get(day) ?? [];
    const kinds = MARK_KINDS.filter((kind) => own.some((mark) => mark.kind === kind));
    const [kind] = kinds;
    if (kind === undefined) {
      return [];
    }
    const symbols = kinds.map((one) => MARK_SYMBOLS[one]).join('');
    const counted = kinds
      .map((one) => own.filter((mark) => mark.kind === one))
      .map((same) => (same.length === 1 ? markName(same[0]) : `${same.length} ${plural(same[0])}`));
    const isCounted = own.length > kinds.length;
    return {
      ...{ day, index, kind, marks: own },
      symbols: isCounted ? `${symbols}\u202f${own.length}` : symbols,
      // What is to be read is in what is to be heard, so that one can call it by that.
      name: `${formatDay(day)}${isCounted ? `, ${own.length} marks` : ''}: ${counted.join('; ')}`,
    };
  });
}

const markName = (mark: ChartMark | undefined) => (mark ? `${MARK_NAMES[mark.kind]}, ${mark.words}` : '');

const plural = (mark: ChartMark | undefined) =>
  mark === undefined ? '' : mark.kind === 'anomaly' ? 'anomalies' : `${MARK_NAMES[mark.kind]}s`;
