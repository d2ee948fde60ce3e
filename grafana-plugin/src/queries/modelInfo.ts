import { METRIC } from '@ai-finops/instrumentation/contract';

/** What does the owners file say of each model: its tier, whether it is approved, when it retires? Asked for now. */
export const modelInfo = (): string => `group by (provider, model, tier, approved, retires) (${METRIC.modelInfo})`;
