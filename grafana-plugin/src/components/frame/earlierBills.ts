import type { Calibration } from '../../queries/calibration.ts';
import { formatRatio } from '../numbers/formatRatio.ts';
import { monthWords } from '../numbers/monthWords.ts';

/** A provider's months that are named one by one; more are told by how many they are. */
const MOST_NAMED = 6;

/**
 * By which bills the months before are calibrated, a provider each: `openai September 2026 +20.0 %`, or
 * `openai 12 bills of September 2025 to August 2026, −1.0 % to +4.2 %`.
 */
export const earlierBills = (calibration: readonly Calibration[]): readonly string[] =>
  calibration.flatMap(({ provider, earlier }) => {
    const [first, last] = [earlier[0], earlier.at(-1)];
    if (first === undefined || last === undefined) {
      return [];
    }
    if (earlier.length <= MOST_NAMED) {
      return [
        `${provider} ${earlier.map(({ month, ratio }) => `${monthWords(month)} ${formatRatio(ratio)}`).join(', ')}`,
      ];
    }
    const ratios = earlier.map(({ ratio }) => ratio);
    const range = [Math.min(...ratios), Math.max(...ratios)].map(formatRatio).join(' to ');
    return [`${provider} ${earlier.length} bills of ${monthWords(first.month)} to ${monthWords(last.month)}, ${range}`];
  });
