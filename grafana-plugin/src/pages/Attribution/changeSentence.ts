import type { WhatChanged } from '@ai-finops/ledger/analysis';
import { formatChange } from '../../components/numbers/formatChange.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import { partNames } from './partNames.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';

/** The change in a sentence: how much, and the two parts that made most of it. */
export function changeSentence({ per, beforeNanoUsd, afterNanoUsd, changeNanoUsd, parts }: WhatChanged): string {
  const change = usdOf(changeNanoUsd);
  if (changeNanoUsd === 0n) {
    return 'The cost is the same to the nano-dollar.';
  }
  const share = formatChange(usdOf(afterNanoUsd), usdOf(beforeNanoUsd));
  const most = parts
    .filter(({ nanoUsd }) => nanoUsd !== 0n)
    .toSorted((a, b) => Math.abs(usdOf(b.nanoUsd)) - Math.abs(usdOf(a.nanoUsd)))
    .slice(0, 2)
    .map(({ kind, nanoUsd }) => `${partNames[kind].toLowerCase()} (${signed(usdOf(nanoUsd))})`);
  return `${formatMoneyShort(Math.abs(change))}${per === 'day' ? ' a day' : ''} ${change > 0 ? 'more' : 'less'}${share && beforeNanoUsd !== 0n ? `, ${share}` : ''}: mostly ${most.join(' and ')}.`;
}

const signed = (usd: number): string => `${usd > 0 ? '+' : ''}${formatMoneyShort(usd)}`;
