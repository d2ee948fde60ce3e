import { METRIC } from '@ai-finops/instrumentation/contract';

/** When is it too much? By name, as the owners file or its defaults say. Asked for now. */
export const thresholds = (): string => `max by (name) (${METRIC.threshold})`;
