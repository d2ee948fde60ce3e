import { METRIC } from '@ai-finops/instrumentation/contract';

/** How far were the last closed months from their bills, by month and provider? Undated: the newest revisions. */
export const billVariance = (): string => METRIC.billVariance;
