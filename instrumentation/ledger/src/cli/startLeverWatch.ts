import type { Registry } from 'prom-client';
import { flipBacks } from '../levers/flipBacks.ts';
import { registerFlipBacks, type FlipBack } from '../levers/registerFlipBacks.ts';
import type { Owners } from '../ownership/owners.ts';
import { turnaroundBars } from '../ownership/turnaroundBars.ts';
import type { Ask } from '../questions/ask.ts';
import { createRerunner } from '../questions/createRerunner.ts';
import type { Log } from './createLog.ts';
import { runRegularly } from './runRegularly.ts';

/** Between two closes optimizations are recorded, and scores come for days that are closed. */
const LOOK_MS = 3_600_000;

interface LeverWatchParts {
  readonly ask: Ask;
  readonly owners: () => Owners;
  readonly registry: Registry;
}

/** Keeps which optimizations are to be flipped back, at start, after each close and each hour, so that owners are told. */
export function startLeverWatch({ ask, owners, registry }: LeverWatchParts, log: Log) {
  let found: readonly FlipBack[] = [];
  registerFlipBacks(registry, () => found);
  const runs = createRerunner(
    async () => {
      found = flipBacks((await ask('levers', { turnaroundBars: turnaroundBars(owners()) })).levers);
    },
    ({ message: error }) =>
      log('error', 'the bars of optimizations could not be looked at: it is tried again within the hour', { error })
  );
  return runRegularly(runs, LOOK_MS);
}
