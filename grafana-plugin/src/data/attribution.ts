import type { ClosedPeriod } from '../choice/closedPeriod.ts';
import type { Label } from '../queries/label.ts';
import type { Answer } from './answer.ts';
import type { AttributionRow } from './attributionRow.ts';
import type { DailyCosts } from './dailyCosts.ts';
import type { Measure } from './measure.ts';
import type { Series } from './series.ts';

/** A selection's period: in all, by one label, and day by day. */
export interface Attribution {
  readonly by: Label;
  readonly period: ClosedPeriod;
  readonly rows: readonly AttributionRow[];
  readonly total: AttributionRow;
  /** Tier, approval and retirement by name, where it is split by model. */
  readonly models: ReadonlyMap<string, Readonly<Record<string, string>>> | undefined;
  /** What was asked for each measure by the label, and whether it was answered. */
  readonly answers: Partial<Record<Measure, Answer<Series[]>>>;
  readonly cost: Answer<number | undefined>;
  readonly before: Answer<number | undefined>;
  readonly calls: Answer<number | undefined>;
  /** Cost of everything, without filters. */
  readonly allCost: Answer<number | undefined>;
  readonly perDay: Answer<DailyCosts>;
  readonly callsPerDay: Answer<DailyCosts> | undefined;
}
