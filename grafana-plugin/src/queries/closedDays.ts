import { METRIC } from '@ai-finops/instrumentation/contract';

/** Which days are closed? A range query with a step of one day: a value at a day's start means its books are closed. */
export const closedDays = (): string => `max(last_over_time(${METRIC.dailyCloseComplete}[23h59m] offset -1d))`;
