import type { Registry } from 'prom-client';
import type { Ask } from '../questions/ask.ts';
import { createRerunner } from '../questions/createRerunner.ts';
import { registerReviews } from '../reviews/registerReviews.ts';
import { eventDay } from '../store/eventDay.ts';
import { parseWeek } from '../store/parseWeek.ts';
import { weekText } from '../store/weekText.ts';
import type { Log } from './createLog.ts';
import { onChange } from './onChange.ts';
import { runRegularly } from './runRegularly.ts';

/** A review that is held late ends the row: whoever was told sees it end. */
const LOOK_MS = 300_000;
const WEEK_DAYS = 7;

interface ReviewWatchParts {
  readonly ask: Ask;
  readonly registry: Registry;
}

/** Keeps how many weekly reviews in a row were skipped, so that the owner can be told. */
export function startReviewWatch({ ask, registry }: ReviewWatchParts, log: Log) {
  let skipped: number | undefined;
  registerReviews(registry, () => skipped);
  const looked = onChange<string | undefined>(undefined, (error) =>
    error === undefined
      ? log('info', 'reviews are looked at again')
      : log('error', 'reviews could not be looked at: it is tried again', { error })
  );
  const runs = createRerunner(
    async () => {
      const today = eventDay(Date.now());
      const monday = parseWeek(weekText(today - WEEK_DAYS)) ?? today;
      skipped = (await ask('cadence', { monday, today })).cadence.skippedInARow;
      looked(undefined);
    },
    ({ message }) => looked(message)
  );
  return runRegularly(runs, LOOK_MS);
}
