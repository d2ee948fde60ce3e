import { DAY_MS } from '../store/eventDay.ts';
import type { DailyClose } from './closeWindow.ts';
import { sampleLine } from './sampleLine.ts';

/** Closes as Prometheus text with explicit timestamps (ms): the end of the day, 00:00 UTC. */
export function renderCloses(closes: readonly DailyClose[]): string {
  const families = [...new Set(closes.flatMap(({ samples }) => [...samples.keys()]))];
  const pieces: string[] = [];
  for (const family of families) {
    pieces.push(`# HELP ${family.name} ${family.help}\n# TYPE ${family.name} gauge\n`);
    for (const { day, samples } of closes) {
      for (const { values, sum } of samples.get(family) ?? []) {
        pieces.push(sampleLine(family, values, sum, (day + 1) * DAY_MS));
      }
    }
  }
  return pieces.join('');
}
