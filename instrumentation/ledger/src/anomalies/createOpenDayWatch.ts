import type { AnomalyBooks } from '../store/anomalyBooks.ts';
import type { OpenAnomalyRow } from '../store/anomalyRow.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { DayProfile } from './dayProfile.ts';
import { dismissedDays } from './dismissedDays.ts';
import type { OpenDayLook, OpenDayRequest } from './judgeOpenDay.ts';
import type { ReadMarks } from './mark.ts';

/** How long single calls may be read in one look: 30 s are tens of millions. */
const READ_MS = 30_000;
/** Closes are scraped every five minutes: until theirs is there, an alert must not end and begin anew. */
const LINGER_MS = 900_000;

export interface OpenDayWatchParts {
  readonly books: Pick<AnomalyBooks, 'isJudged'>;
  readonly judge: (request: OpenDayRequest) => Promise<OpenDayLook>;
  /** Nano-USD a day. */
  readonly gate: () => number;
  readonly marks: ReadMarks;
  readonly now: () => number;
  /** Told why it failed, and `undefined` when it works. */
  readonly onOutcome: (error: string | undefined) => void;
}

export interface OpenDayWatch {
  /** Looks at the open day, after the look that is under way. Never rejects. */
  look(): Promise<void>;
  /** What stands out on days that are not closed, as of the last look that said so; marks made since hold. */
  current(): OpenAnomalyRow[];
  /** The same for alerts: for a quarter of an hour beside what the close decided. */
  lingering(): OpenAnomalyRow[];
  /** Resolves when no look is under way. */
  idle(): Promise<void>;
}

/** Keeps in memory what stands out on days that are not closed: once told it is, until the day's close decides. */
export function createOpenDayWatch({ books, judge, gate, marks, now, onOutcome }: OpenDayWatchParts): OpenDayWatch {
  let queue: Promise<void> = Promise.resolve();
  let profiles: readonly DayProfile[] = [];
  let kept: readonly OpenAnomalyRow[] = [];

  const judgedSince = new Map<EventDay, number>();

  const isOver = (day: EventDay, lingerMs: number): boolean => {
    if (!books.isJudged(day)) {
      return false;
    }
    const since = judgedSince.get(day) ?? now();
    judgedSince.set(day, since);
    return now() - since >= lingerMs;
  };
  const rows = (lingerMs: number): OpenAnomalyRow[] => {
    const open = kept.filter(({ day }) => !isOver(day, lingerMs));
    const marked = open.length === 0 ? [] : marks();
    return open.map((row) => ({
      ...row,
      isDismissed: row.isDismissed || dismissedDays({ ...row, firstDay: 0 }, marked).has(row.day),
    }));
  };
  const look = async () => {
    try {
      const found = await judge({ nowMs: now(), gate: gate(), marks: marks(), profiles, readMs: READ_MS });
      profiles = found.profiles;
      const isAgain = (row: OpenAnomalyRow) => found.anomalies.some((one) => isSameDay(one, row));
      kept = [...kept.filter((row) => !isAgain(row) && !isOver(row.day, LINGER_MS)), ...found.anomalies];
      onOutcome(undefined);
    } catch (error) {
      onOutcome(error instanceof Error ? error.message : String(error));
    }
  };

  return {
    look: () => (queue = queue.then(look)),
    idle: () => queue,
    current: () => rows(0),
    lingering: () => rows(LINGER_MS),
  };
}

function isSameDay(a: OpenAnomalyRow, b: OpenAnomalyRow): boolean {
  return a.day === b.day && a.feature === b.feature && a.environment === b.environment;
}
