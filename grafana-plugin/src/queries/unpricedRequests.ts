import { METRIC } from '@ai-finops/instrumentation/contract';

/**
 * How many calls of the last closed day have no price? These series know no environment: it is the count of all of them.
 * 0 only where a day was closed; without a close there is no answer.
 */
export const unpricedRequests = (): string =>
  `sum(last_over_time(${METRIC.dailyUnpricedRequests}[1d2h])) or 0 * max(last_over_time(${METRIC.dailyCloseComplete}[1d2h]))`;
