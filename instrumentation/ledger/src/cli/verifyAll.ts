import { usdText } from '../books/usdText.ts';
import { dayText } from '../store/dayText.ts';
import { verifyBooks } from '../store/verifyBooks.ts';

/** Differences told one by one; more of them say nothing new. */
const TOLD = 10;

export interface Verdict {
  readonly isRight: boolean;
  /** For people: the differences, then one line that sums up. */
  readonly lines: readonly string[];
}

/** Verifies books whole and puts the result into words. */
export function verifyAll(path: string): Verdict {
  const differences: string[] = [];
  const seen = { days: 0, withoutRows: 0, calls: 0n, costNanoUsd: 0n };
  for (const check of verifyBooks(path)) {
    seen.days += 1;
    seen.withoutRows += check.hasRows || check.calls === 0n ? 0 : 1;
    seen.calls += check.calls;
    seen.costNanoUsd += check.costNanoUsd;
    differences.push(...check.differences.map((difference) => `${dayText(check.day)}: ${difference}`));
  }
  const whole = `${seen.days} days, ${seen.calls} calls, ${usdText(seen.costNanoUsd)} USD`;
  const past = seen.withoutRows > 0 ? ` (${seen.withoutRows} past retention: sums only)` : '';
  const more = differences.length > TOLD ? [`and ${differences.length - TOLD} more`] : [];
  return differences.length === 0
    ? { isRight: true, lines: [`verified: ${whole}${past}; every sum equals its calls`] }
    : {
        isRight: false,
        lines: [...differences.slice(0, TOLD), ...more, `wrong: ${differences.length} sums differ in ${whole}${past}`],
      };
}
