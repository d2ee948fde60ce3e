import type { Registry } from 'prom-client';
import { registerMonthUsers } from '../books/registerMonthUsers.ts';
import type { Owners } from '../ownership/owners.ts';
import { totalName } from '../ownership/totalName.ts';
import type { Ask } from '../questions/ask.ts';
import { createRerunner } from '../questions/createRerunner.ts';
import type { MonthUsers } from '../questions/monthUsers.ts';
import { eventDay } from '../store/eventDay.ts';
import { monthText } from '../store/monthText.ts';
import type { Log } from './createLog.ts';
import { onChange } from './onChange.ts';
import { runRegularly } from './runRegularly.ts';

/** Counting a full month takes a second of a thread of its own. */
const LOOK_MS = 600_000;

interface UserWatchParts {
  readonly ask: Ask;
  readonly owners: () => Owners;
  readonly registry: Registry;
}

/** Keeps how many people calls of the current month are for, at start, every ten minutes, and when days were closed. */
export function startUserWatch({ ask, owners, registry }: UserWatchParts, log: Log) {
  let found: MonthUsers | undefined;
  const today = () => eventDay(Date.now());
  registerMonthUsers(
    registry,
    () => (found?.month === monthText(today()) ? found : undefined),
    () => totalName(owners())
  );
  const looked = onChange<string | undefined>(undefined, (error) =>
    error === undefined
      ? log('info', 'active users are counted again')
      : log('error', 'active users could not be counted: it is tried again', { error })
  );
  const runs = createRerunner(
    async () => {
      found = await ask('monthUsers', { today: today() });
      looked(undefined);
    },
    ({ message }) => looked(message)
  );
  return runRegularly(runs, LOOK_MS);
}
