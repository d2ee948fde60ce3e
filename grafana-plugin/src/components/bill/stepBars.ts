import { STEPS, type Step } from '@ai-finops/ledger/analysis';
import { placeSteps } from '../waterfall/placeSteps.ts';
import { stepLevels } from '../waterfall/stepLevels.ts';
import type { BillSteps } from '../../data/reconciliation.ts';
import { usdOf } from '../numbers/usdOf.ts';

interface StepBar {
  readonly step: Step;
  readonly nanoUsd: string;
  /** Where the bar begins and how long it is, as shares (0…1) of the width. */
  readonly start: number;
  readonly length: number;
}

/** Where all steps together are less than this share of the whole, the bars do not start at zero. */
const NARROW = 0.2;

export interface StepShape {
  /** Where the bars start, USD; 0, or above where steps are small. */
  readonly from: number;
  readonly estimate: number;
  readonly bill: number;
  readonly bars: readonly StepBar[];
}

/** Each step begins where the one before it ended. Steps of nothing are left out, all but what is unexplained. */
export function stepBars({ estimateNanoUsd, billNanoUsd, steps }: BillSteps): StepShape {
  const shown = STEPS.filter((step) => step === 'unexplained' || steps[step] !== '0');
  const levels = stepLevels(
    usdOf(estimateNanoUsd),
    shown.map((step) => usdOf(steps[step]))
  );
  const top = Math.max(...levels, usdOf(billNanoUsd), 0);
  const lowest = Math.min(...levels, usdOf(billNanoUsd));
  // Steps of a per cent would be hairlines beside bars from zero.
  const bottom = lowest > 0 && top - lowest < NARROW * top ? lowest - (top - lowest) / 2 : Math.min(lowest, 0);
  const width = top - bottom || 1;
  return {
    from: bottom,
    estimate: Math.max(0, usdOf(estimateNanoUsd) - bottom) / width,
    bill: Math.max(0, usdOf(billNanoUsd) - bottom) / width,
    bars: placeSteps(levels, bottom, width).flatMap((place, index) => {
      const step = shown[index];
      return step === undefined ? [] : [{ step, nanoUsd: steps[step], ...place }];
    }),
  };
}
