import { setImmediate } from 'node:timers/promises';
import { DAY_MS } from '../store/eventDay.ts';
import type { DailyClose } from './closeWindow.ts';
import { sampleLine } from './sampleLine.ts';

/** Samples written before others get a turn: about a millisecond. */
const SLICE = 2_000;

/**
 * Closes as Prometheus text with explicit timestamps (ms): the end of the day, 00:00 UTC. Written in slices, because it
 * shares its thread with the intake.
 */
export async function renderCloses(closes: readonly DailyClose[]): Promise<string> {
  const families = [...new Set(closes.flatMap(({ samples }) => [...samples.keys()]))];
  const pieces: string[] = [];
  let written = 0;
  for (const family of families) {
    pieces.push(`# HELP ${family.name} ${family.help}\n# TYPE ${family.name} gauge\n`);
    for (const { day, samples } of closes) {
      for (const { values, sum } of samples.get(family) ?? []) {
        pieces.push(sampleLine(family, values, sum, (day + 1) * DAY_MS));
        written += 1;
        if (written % SLICE === 0) {
          await setImmediate();
        }
      }
    }
  }
  return pieces.join('');
}
