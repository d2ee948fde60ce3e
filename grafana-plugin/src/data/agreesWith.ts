import type { SegmentRow } from '@ai-finops/ledger/analysis';
import type { Series } from './series.ts';

const NANO = 1e9;
/** Floats of a few million series and days add up to this much of their sum, and a nano-USD of rounding. */
const FLOAT_ERROR = 1e-9;

/** Whether segments of the books cost what Prometheus has of the same days, but for what its floats lose. */
export function agreesWith(rows: readonly SegmentRow[], cost: readonly Series[]): boolean {
  const exact = Number(rows.flatMap(({ costs }) => Object.values(costs)).reduce((sum, part) => sum + part, 0n));
  const kept = cost.reduce((sum, { points }) => sum + (points.at(-1)?.value ?? 0), 0) * NANO;
  return Math.abs(kept - exact) <= 1 + FLOAT_ERROR * Math.abs(exact);
}
