import type { AnomalyBooks } from '../store/anomalyBooks.ts';
import type { AnomalyRow, AnomalyRun } from '../store/anomalyRow.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { JudgeRequest } from './judgeDays.ts';
import type { ReadMarks } from './mark.ts';

/** Older days are judged no more, and days since then again: marks, and calls that came late, may change them. */
const JUDGED_DAYS = 120;
const AGAIN_DAYS = 28;

export interface AnomalyRunnerParts {
  readonly books: Pick<AnomalyBooks, 'unjudged' | 'anomalies'>;
  readonly judge: (request: JudgeRequest) => Promise<AnomalyRun[]>;
  readonly keep: (runs: readonly AnomalyRun[]) => Promise<void>;
  /** Nano-USD a day. */
  readonly gate: () => number;
  readonly marks: ReadMarks;
  readonly today: () => EventDay;
  /** Told why it failed, and `undefined` when it works. */
  readonly onOutcome: (error: string | undefined) => void;
}

export interface AnomalyRunner {
  /** Judges closed days that were not judged yet. Never rejects: closes wait for it, but not for its success. */
  judgeNew(): Promise<void>;
  /** Judges the last four weeks again, and keeps what turned out different. */
  judgeAgain(): Promise<void>;
  /** Resolves when no look is under way. */
  idle(): Promise<void>;
}

/** Looks for anomalies when it is told to; one look at a time. */
export function createAnomalyRunner(parts: AnomalyRunnerParts): AnomalyRunner {
  const { books, judge, keep, gate, marks, today, onOutcome } = parts;
  let queue: Promise<unknown> = Promise.resolve();

  const look = (daysOf: () => EventDay[], worthKeeping: (run: AnomalyRun) => boolean): Promise<void> => {
    const turn = queue.then(async () => {
      try {
        const days = daysOf();
        if (days.length > 0) {
          const runs = await judge({ days, gate: gate(), marks: marks() });
          await keep(runs.filter(worthKeeping));
        }
        onOutcome(undefined);
      } catch (error) {
        onOutcome(error instanceof Error ? error.message : String(error));
      }
    });
    queue = turn;
    return turn;
  };

  return {
    idle: async () => void (await queue),
    judgeNew: () =>
      look(
        () => books.unjudged(today() - JUDGED_DAYS),
        () => true
      ),
    judgeAgain: () => {
      const from = today() - AGAIN_DAYS;
      const unjudged = () => new Set(books.unjudged(from));
      return look(
        () => Array.from({ length: AGAIN_DAYS }, (_, index) => from + index).filter((day) => !unjudged().has(day)),
        ({ day, anomalies }) => !isSame(anomalies, books.anomalies(day, day, 'last'))
      );
    },
  };
}

function isSame(a: readonly AnomalyRow[], b: readonly AnomalyRow[]): boolean {
  const text = (rows: readonly AnomalyRow[]) =>
    JSON.stringify(
      [...rows].sort((x, y) => (`${x.feature}\n${x.environment}` < `${y.feature}\n${y.environment}` ? -1 : 1)),
      (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
    );
  return text(a) === text(b);
}
