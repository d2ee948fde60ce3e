import { METRIC } from '@ai-finops/instrumentation/contract';

/** Which environments have cost anything in 90 days, or called today? */
export const environments = (): string =>
  `group by (environment) (last_over_time(${METRIC.dailyCost}[90d])) or group by (environment) (${METRIC.openDayCost})`;
