import type { THRESHOLDS } from './thresholds.ts';

/** Those that bills are held against, of which a provider can have its own. */
export const BILL_THRESHOLDS = [
  'bill_coverage_drop_share',
  'reconciliation_gap_share',
] as const satisfies readonly (keyof typeof THRESHOLDS)[];
