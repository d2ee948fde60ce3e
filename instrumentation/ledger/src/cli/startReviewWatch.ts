import type { Registry } from 'prom-client';
import type { Ask } from '../questions/ask.ts';
import { registerReviews } from '../reviews/registerReviews.ts';
import { eventDay } from '../store/eventDay.ts';
import { parseWeek } from '../store/parseWeek.ts';
import { weekText } from '../store/weekText.ts';
import type { Log } from './createLog.ts';
import { onChange } from './onChange.ts';

const LOOK_MS = 3_600_000;
const WEEK_DAYS = 7;

interface ReviewWatchParts {
  readonly ask: Ask;
  readonly registry: Registry;
}

/** Keeps how many weekly reviews in a row were skipped, so that the owner can be told. */
export function startReviewWatch({ ask, registry }: ReviewWatchParts, log: Log) {
  let skipped: number | undefined;
  let isStopped = false;
  registerReviews(registry, () => skipped);
  const looked = onChange<string | undefined>(undefined, (error) =>
    error === undefined
      ? log('info', 'reviews are looked at again')
      : log('error', 'reviews could not be looked at: it is tried again', { error })
  );
  const run = (): Promise<void> => {
    const today = eventDay(Date.now());
    const monday = parseWeek(weekText(today - WEEK_DAYS)) ?? today;
    return ask('cadence', { monday, today }).then(
      ({ cadence }) => {
        skipped = cadence.skippedInARow;
        looked(undefined);
      },
      (error: unknown) => {
        // What is asked while the ledger stops has no answer, and that is no fault.
        if (!isStopped) {
          looked(error instanceof Error ? error.message : String(error));
        }
      }
    );
  };
  void run();
  const timer = setInterval(() => void run(), LOOK_MS);
  timer.unref();
  return {
    run,
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
  };
}
