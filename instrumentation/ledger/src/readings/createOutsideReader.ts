import { eventDay, type EventDay } from '../store/eventDay.ts';
import type { Reading } from '../store/reading.ts';
import type { Store } from '../store/store.ts';
import type { AskPrometheus } from './askPrometheus.ts';
import type { ReadingSource } from './readingSource.ts';
import { toReadings } from './toReadings.ts';

export type ReadResult = 'read' | 'gap' | 'failed';

interface OutsideReaderParts {
  readonly ask: AskPrometheus;
  readonly store: Pick<Store, 'read'>;
  readonly sources: () => readonly ReadingSource[];
  /** The first day in the books; undefined where there is none. */
  readonly firstDay: () => EventDay | undefined;
  readonly now: () => number;
  /** Of each source and day that was asked for. */
  readonly done: (result: ReadResult) => void;
  /** What is wrong with a source now; undefined once it is read again. */
  readonly state: (source: ReadingSource, problem: string | undefined) => void;
}

/** A source may be late for so long. */
const LATE_DAYS = 7;
/** A source that is new is read back for as long as pages look. */
const BACK_DAYS = 90;
/** After midnight the last scrape of the day has come. */
const SETTLED_MS = 600_000;
const DAY_SECONDS = 86_400;

/**
 * Reads of elsewhere what the days were: once a day each of the last seven days, a gap each time it looks, so that what
 * comes late is taken; a source that is new to this process for the last 90 days, as it may not have run for long. A source
 * that fails keeps no other one from being read.
 */
export function createOutsideReader(parts: OutsideReaderParts): { look(): Promise<void> } {
  /** By source, the day on which each day was read last; a gap is not there. */
  const read = new Map<string, Map<EventDay, EventDay>>();
  const reading = async (source: ReadingSource, today: EventDay): Promise<void> => {
    const key = JSON.stringify(source);
    const known = read.get(key);
    const days = known ?? new Map<EventDay, EventDay>();
    const first = Math.max(today - (known ? LATE_DAYS : BACK_DAYS), parts.firstDay() ?? today);
    for (let day = today - 1; day >= first; day -= 1) {
      if (days.get(day) === today) {
        continue;
      }
      const readings = toReadings(source, day, await parts.ask(source.promql, (day + 1) * DAY_SECONDS));
      await parts.store.read({ source: `PromQL ${source.promql}`, readings });
      if (isGap(readings)) {
        parts.done('gap');
      } else {
        parts.done('read');
        days.set(day, today);
      }
    }
    [...days.keys()].filter((day) => day < today - LATE_DAYS).forEach((day) => days.delete(day));
    read.set(key, days);
  };
  return {
    async look() {
      const today = eventDay(parts.now() - SETTLED_MS);
      for (const source of parts.sources()) {
        try {
          await reading(source, today);
          parts.state(source, undefined);
        } catch (error) {
          parts.done('failed');
          parts.state(source, error instanceof Error ? error.message : String(error));
        }
      }
    },
  };
}

function isGap(readings: readonly Reading[]): boolean {
  return readings.every(({ amount }) => amount === undefined);
}
