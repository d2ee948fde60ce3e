import { sum } from './sum.ts';

/**
 * Each provider's part multiplied as its bill says; what has no bill stays as it is. Not yet summed up over providers.
 *
 * @param inner series that carry `provider`, where there is a bill
 * @param ratios series of ratios by `provider`
 */
export function calibrated(inner: string, by: readonly string[], ratios: string): string {
  const parts = sum(inner, [...new Set([...by, 'provider'])]);
  return `${parts} * on (provider) group_left () (${ratios}) or ${parts}`;
}
