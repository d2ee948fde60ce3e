import type { Anomaly } from './anomaly.ts';
import type { EventEntry } from './lever.ts';
import type { PriceChange } from './priceChange.ts';

/** What happened on days that a chart shows. */
export interface DayMarks {
  readonly events: readonly EventEntry[];
  readonly anomalies: readonly Anomaly[];
  readonly prices: readonly PriceChange[];
  /** What the ledger could not say, in its words. */
  readonly failures: readonly string[];
}
