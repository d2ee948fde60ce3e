import React from 'react';
import { formatMoneyShort } from '../../../components/numbers/formatMoneyShort.ts';
import { formatShare } from '../../../components/numbers/formatShare.ts';
import type { LedgerAnswer } from '../../../data/askLedger.ts';
import type { HeadlineNumbers } from '../../../data/headlineNumbers.ts';
import type { Levers } from '../../../data/lever.ts';
import { loadLevers } from '../../../data/loadLevers.ts';
import { useLoaded } from '../../../data/useLoaded.ts';
import { valueOf } from '../../../data/valueOf.ts';
import { billWords } from './billWords.ts';

/** What was saved, and how far all of it can be trusted. */
export function BriefTrust({ headline: { day, unallocated, allCost, unpriced, bill } }: { headline: HeadlineNumbers }) {
  const { value: levers, failed } = useLoaded(String(day), loadLevers);
  const unallocatedUsd = valueOf(unallocated);
  const all = valueOf(allCost);
  const count = valueOf(unpriced);
  return (
    <footer>
      <p>Savings realised: {failed ?? savingWords(levers)}.</p>
      <p>
        Trust: {unallocatedUsd === undefined || !all ? 'no data' : formatShare(unallocatedUsd / all)} of the cost names
        no feature or team; {count ?? 'an unknown number of'} calls have no price and are not in it. {billWords(bill)}
      </p>
    </footer>
  );
}

function savingWords(answer: LedgerAnswer<Levers> | undefined): string {
  if (answer?.kind !== 'value') {
    return answer?.kind === 'failed' ? answer.words : answer ? 'no ledger is set up' : 'no answer';
  }
  const { levers, saved, annual } = answer.value;
  const bounded = ({ usd, low, high }: Levers['saved']) =>
    `${formatMoneyShort(usd)} (${formatMoneyShort(low)} – ${formatMoneyShort(high)})`;
  return levers.length === 0
    ? 'no optimization is recorded yet'
    : `${bounded(saved)} to date by ${levers.length} recorded optimizations, ${bounded(annual)} a year`;
}
