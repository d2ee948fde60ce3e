import type { Calibration } from './calibration.ts';
import { promString } from './promString.ts';
import { sum } from './sum.ts';

/**
 * A sum with each provider's part multiplied as its bill says; what has no bill stays as it is. The ratios stand in the
 * query itself: bills are older than any day that is asked for.
 *
 * @param inner series that carry `provider`
 */
export function calibrated(inner: string, by: readonly string[], calibration: readonly Calibration[]): string {
  const parts = sum(inner, [...new Set([...by, 'provider'])]);
  const ratios = calibration
    .map(({ provider, ratio }) => `label_replace(vector(${ratio}), "provider", ${replacement(provider)}, "", "")`)
    .join(' or ');
  return sum(`${parts} * on (provider) group_left () (${ratios}) or ${parts}`, by);
}

/** As a replacement: `$` stands for itself. */
const replacement = (text: string): string => promString(text.replaceAll('$', '$$$$'));
