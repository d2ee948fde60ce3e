import { METRIC } from '@ai-finops/instrumentation/contract';

/** By how much is each provider's cost of a month multiplied to agree with that month's final bill? Undated: asked for now. */
export const monthCalibration = (): string => METRIC.monthCalibration;
