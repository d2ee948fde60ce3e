import { METRIC } from '@ai-finops/instrumentation/contract';
import type { THRESHOLDS } from '../analysis/thresholds.ts';

/** PromQL that follows a query: only what is above a threshold of the owners file, with all its labels. */
export function overThreshold(name: keyof typeof THRESHOLDS): string {
  return `> on () group_left () ${METRIC.threshold}{name="${name}"}`;
}
