import type { Registry } from 'prom-client';
import { createOpenDayWatch, type OpenDayWatch, type OpenDayWatchParts } from '../anomalies/createOpenDayWatch.ts';
import { registerOpenAnomalies } from '../anomalies/registerOpenAnomalies.ts';
import type { DimensionLabels } from '../books/dimensionLabels.ts';
import type { Log } from './createLog.ts';
import { onChange } from './onChange.ts';

/** What stands out today is not kept: after a start it is looked for soon, but not while the ledger starts. */
const FIRST_LOOK_MS = 60_000;

interface OpenDayParts extends Omit<OpenDayWatchParts, 'onOutcome'> {
  readonly registry: Registry;
  readonly labels: DimensionLabels;
}

/** Watches the open day, and puts what stands out on it on the registry; who tells it to look again is the caller. */
export function startOpenDay(
  { registry, labels, ...parts }: OpenDayParts,
  log: Log
): Pick<OpenDayWatch, 'look' | 'current'> & { stop(): Promise<void> } {
  const watch = createOpenDayWatch({
    ...parts,
    onOutcome: onChange<string | undefined>(undefined, (error) =>
      error === undefined
        ? log('info', 'the open day is looked at again')
        : log('error', 'the open day could not be looked at: it is tried again', { error })
    ),
  });
  registerOpenAnomalies(registry, watch.lingering, labels);
  const first = setTimeout(() => void watch.look(), FIRST_LOOK_MS);
  return {
    look: watch.look,
    current: watch.current,
    stop() {
      clearTimeout(first);
      return watch.idle();
    },
  };
}
