import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatShare } from '../../components/numbers/formatShare.ts';
import { monthWords } from '../../components/numbers/monthWords.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';
import type { chosenBill } from './chosenBill.ts';

type Bill = Exclude<ReturnType<typeof chosenBill>, { readonly words: string }>;

/** The bill in a line: what it says, what nobody explains of it, and what share of it the books know. */
export function billSentence({ provider, month, estimateNanoUsd, billNanoUsd, steps, coverage }: Bill): string {
  const unexplained = BigInt(steps.unexplained);
  const left = unexplained === 0n ? 'nothing' : formatMoney(usdOf(unexplained));
  const known =
    coverage.length === 1
      ? formatShare(coverage[0]?.[1] ?? 0)
      : coverage.map(([name, share]) => `${formatShare(share)} (${name})`).join(', ');
  return (
    `${provider}, ${monthWords(month)}: ${formatMoney(usdOf(estimateNanoUsd))} estimated, ` +
    `${formatMoney(usdOf(billNanoUsd))} billed, ${left} unexplained` +
    `${coverage.length === 0 ? '' : `; ${known} of the billed usage was recorded`}.`
  );
}
