import { METRIC } from '@ai-finops/instrumentation/contract';

/** What did AI cost beyond inference on the last closed day, in all environments? Asked for now. */
export const otherCost = (): string => `sum by (line) (last_over_time(${METRIC.dailyOtherCost}[1d2h]))`;
