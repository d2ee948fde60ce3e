import type { BillLine } from '../reconciliation/billLine.ts';
import type { ProviderIdea } from './contractIdea.ts';

/** Of what lies idle: by shifting calls onto it, or by committing less at the next renewal. */
const WON_BACK = { low: 0.25, middle: 0.5, high: 1 };
const DAY_MS = 86_400_000;
/** Less of it is rounding. */
const LEAST_SHARE = 0.02;

/**
 * What of a provider's commitments no call used in a billed month: purchases, those for longer by their days in it, less
 * what usage lines cost after amortised commitments above what they were charged. Undefined where nothing lies idle, and
 * where the bill does not say what a commitment covered: then nobody knows.
 *
 * Worked: a purchase of $365,000 for 365 days is $30,000 in a month of 30; covered usage of $21,000: $9,000 are idle,
 * $4,500 [2,250, 9,000] to win back.
 *
 * @param month `YYYY-MM`, of the lines
 */
export function idleCommitment(provider: string, month: string, lines: readonly BillLine[]): ProviderIdea | undefined {
  const committed = usd(lines.filter(({ category }) => category === 'purchase').map((line) => inMonth(line, month)));
  const covered = usd(
    lines.flatMap(({ category, effectiveNanoUsd, billedNanoUsd }) =>
      category === 'usage' && effectiveNanoUsd > billedNanoUsd ? [Number(effectiveNanoUsd - billedNanoUsd)] : []
    )
  );
  const idle = committed - covered;
  if (covered === 0 || idle <= LEAST_SHARE * committed) {
    return undefined;
  }
  return {
    provider,
    monthly: { low: idle * WON_BACK.low, middle: idle * WON_BACK.middle, high: idle * WON_BACK.high },
    working:
      `In ${month} $${Math.round(committed)} were committed and calls used $${Math.round(covered)} of it: ` +
      `$${Math.round(idle)} were idle. 25–100 % of it won back: move calls onto it, or commit less at renewal.`,
  };
}

/** Nano-USD of a line that fall into the month by its days. */
function inMonth({ day, through = day, billedNanoUsd }: BillLine, month: string): number {
  const daysOf = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  const [year = 0, number = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  const end = through < last ? through : last;
  return (Number(billedNanoUsd) * Math.max(0, daysOf(day, end))) / daysOf(day, through);
}

function usd(nano: readonly number[]): number {
  return nano.reduce((sum, one) => sum + one, 0) / 1e9;
}
