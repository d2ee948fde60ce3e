import type { Calibration } from './calibration.ts';

/** As precise as the ledger takes a ratio. */
const DIGITS = 12;

/**
 * Ratios as the ledger's API takes them: `openai:1.1` holds for months that have none of their own, `openai:2026-09:1.2`.
 *
 * @param firstDay ISO day; of months before its own the ledger needs no ratio, and it takes so many only
 */
export function ratioParams(calibration: readonly Calibration[], firstDay: string): readonly string[] {
  const firstMonth = firstDay.slice(0, 7);
  return calibration.flatMap(({ provider, ratio, earlier }) => [
    `${provider}:${ratio.toFixed(DIGITS)}`,
    ...earlier
      .filter(({ month }) => month >= firstMonth)
      .map((bill) => `${provider}:${bill.month}:${bill.ratio.toFixed(DIGITS)}`),
  ]);
}
