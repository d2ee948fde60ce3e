import type { ChangePart, WhatChanged } from '@ai-finops/ledger/analysis';
import { usdOf } from './usdOf.ts';

interface WaterfallBar {
  readonly part: ChangePart;
  /** Where the bar begins and how long it is, as shares (0…1) of the width. */
  readonly start: number;
  readonly length: number;
}

interface WaterfallShape {
  readonly before: number;
  readonly after: number;
  readonly bars: readonly WaterfallBar[];
}

/**
 * The bars of a waterfall: each part begins where the one before it ended. The width spans from zero to the furthest any
 * bar reaches.
 */
export function waterfallBars({ beforeNanoUsd, afterNanoUsd, parts }: WhatChanged): WaterfallShape {
  const moved = parts.filter(({ nanoUsd }) => nanoUsd !== 0n);
  const levels = moved.reduce(
    (reached, { nanoUsd }) => [...reached, (reached.at(-1) ?? 0) + usdOf(nanoUsd)],
    [usdOf(beforeNanoUsd)]
  );
  const top = Math.max(...levels, usdOf(afterNanoUsd), 0);
  const bottom = Math.min(...levels, usdOf(afterNanoUsd), 0);
  const width = top - bottom || 1;
  return {
    before: usdOf(beforeNanoUsd) / width,
    after: usdOf(afterNanoUsd) / width,
    bars: moved.map((part, index) => {
      const [from = 0, to = 0] = levels.slice(index, index + 2);
      return { part, start: (Math.min(from, to) - bottom) / width, length: Math.abs(to - from) / width };
    }),
  };
}
