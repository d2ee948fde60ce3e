import type { HourlyUse } from '../analysis/anomaly/hourlyUse.ts';
import type { EventDay } from '../store/eventDay.ts';

/** When a closed day was used, as far as it was read. */
export interface DayProfile {
  readonly day: EventDay;
  /** Hours read, from 0; at 24 it is whole. */
  readonly hours: number;
  /** By feature and environment, with a line break between them. */
  readonly uses: ReadonlyMap<string, HourlyUse>;
}
