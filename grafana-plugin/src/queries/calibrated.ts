import type { Calibration } from './calibration.ts';
import { promString } from './promString.ts';
import { sum } from './sum.ts';

/**
 * A sum with each provider's part multiplied as its bill says; what has no bill stays as it is: without any it is the sum,
 * of whatever series. The ratios stand in the
 * query itself: bills are older than any day that is asked for.
 *
 * @param inner series that carry `provider`, where there is a bill
 */
export function calibrated(inner: string, by: readonly string[], calibration: readonly Calibration[]): string {
  if (calibration.length === 0) {
    return sum(inner, by);
  }
  const parts = sum(inner, [...new Set([...by, 'provider'])]);
  const ratios = calibration
    .map(({ provider, ratio }) => `label_replace(vector(${ratio}), "provider", ${replacement(provider)}, "", "")`)
    .join(' or ');
  return sum(`${parts} * on (provider) group_left () (${ratios}) or ${parts}`, by);
}

/** As a replacement: `$` stands for itself. */
const replacement = (text: string): string => promString(text.replaceAll('$', '$$$$'));
