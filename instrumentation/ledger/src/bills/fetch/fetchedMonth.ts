import type { BillMonth } from '../billMonths.ts';
import { BillError } from '../billError.ts';
import { BillMonths } from '../billMonths.ts';
import { normaliseLine, type BillNames } from '../normaliseLine.ts';
import type { ParsedLine } from '../parsedLine.ts';

/**
 * Lines of one provider's month in the words of the books. A month without lines is a bill of nothing.
 *
 * @throws BillError where a line is of another month, for then the provider did not answer what was asked
 */
export function fetchedMonth(
  provider: string,
  month: string,
  lines: readonly ParsedLine[],
  names: BillNames
): BillMonth {
  const months = new BillMonths();
  for (const line of lines) {
    if (!line.day.startsWith(month)) {
      throw new BillError({}, `${provider} was asked for ${month} and answered a charge of ${line.day}`);
    }
    months.add(normaliseLine(line, names));
  }
  return months.all()[0] ?? { provider, month, lines: [] };
}
