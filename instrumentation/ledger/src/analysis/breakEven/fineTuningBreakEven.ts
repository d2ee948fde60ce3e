import { checkAmounts } from './checkAmounts.ts';

/** A fine-tuned model in place of a prompt or a larger model. USD. */
export interface FineTuning {
  readonly callsPerMonth: number;
  /** A call now, and a call of the tuned model with its shorter prompt. */
  readonly usdPerCall: number;
  readonly tunedUsdPerCall: number;
  /** Once: data, training, evaluation. */
  readonly trainingUsd: number;
  /** A month, called or not: a deployment, and training anew spread over its life. */
  readonly keepingUsdPerMonth: number;
}

export interface FineTuningBreakEven {
  /** USD a month once it is trained; below 0 it loses. */
  readonly savedPerMonth: number;
  /** Until the training is paid back; null: never at these calls. */
  readonly months: number | null;
  /** Calls a month that pay the training back within a year; null: no number of calls does. */
  readonly callsForAYear: number | null;
}

/**
 * Saved a month = calls × (now − tuned) − keeping; months = training / saved.
 *
 * Worked: 400,000 calls at $0.004 instead of $0.001, $300 a month to keep, $4,500 once: 400,000 × 0.003 − 300 = $900 a
 * month, paid back in 5 months; (4,500 / 12 + 300) / 0.003 = 225,000 calls a month pay it back in a year.
 *
 * @throws RangeError naming the number that cannot be
 */
export function fineTuningBreakEven(tuning: FineTuning): FineTuningBreakEven {
  checkAmounts(tuning);
  const { callsPerMonth, usdPerCall, tunedUsdPerCall, trainingUsd, keepingUsdPerMonth } = tuning;
  const perCall = usdPerCall - tunedUsdPerCall;
  const savedPerMonth = callsPerMonth * perCall - keepingUsdPerMonth;
  return {
    savedPerMonth,
    months: savedPerMonth > 0 ? trainingUsd / savedPerMonth : null,
    callsForAYear: perCall > 0 ? (trainingUsd / MONTHS + keepingUsdPerMonth) / perCall : null,
  };
}

const MONTHS = 12;
