import type { ChangePart, WhatChanged } from '@ai-finops/ledger/analysis';
import { placeSteps } from '../../components/waterfall/placeSteps.ts';
import { stepLevels } from '../../components/waterfall/stepLevels.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';

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
  const levels = stepLevels(
    usdOf(beforeNanoUsd),
    moved.map(({ nanoUsd }) => usdOf(nanoUsd))
  );
  const top = Math.max(...levels, usdOf(afterNanoUsd), 0);
  const bottom = Math.min(...levels, usdOf(afterNanoUsd), 0);
  const width = top - bottom || 1;
  return {
    before: usdOf(beforeNanoUsd) / width,
    after: usdOf(afterNanoUsd) / width,
    bars: placeSteps(levels, bottom, width).flatMap((place, index) => {
      const part = moved[index];
      return part === undefined ? [] : [{ part, ...place }];
    }),
  };
}
