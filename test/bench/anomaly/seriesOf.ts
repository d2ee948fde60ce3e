import { BACKGROUND_KINDS } from './background.ts';
import { EVENT_KINDS } from './eventKind.ts';
import { labelledSeries, type LabelledSeries } from './labelledSeries.ts';

/** A third of the series have no event. */
const QUIET_PER_BACKGROUND = 4;

/** `perCell` series of every background with every event, and of every background without one. */
export function seriesOf(seed: number, perCell: number): LabelledSeries[] {
  const kinds = [...EVENT_KINDS, ...Array<undefined>(QUIET_PER_BACKGROUND).fill(undefined)];
  return BACKGROUND_KINDS.flatMap((background) =>
    kinds.flatMap((kind, cell) =>
      Array.from({ length: perCell }, (_, index) =>
        labelledSeries(background, kind, `anomaly ${seed} ${background} ${cell} ${index}`)
      )
    )
  );
}
