import {
  applyAssumptions,
  type DailyCost,
  type Forecast,
  type ForecastPath,
  type Interval,
  intervalOf,
  monthlyBand,
  type PlannedEffect,
} from '@ai-finops/ledger/analysis';
import type { Assumed } from '../../choice/assumed.ts';

export interface Scenario {
  readonly usage: number;
  readonly name: string;
  readonly path: ForecastPath;
  /** The 90 days together. */
  readonly quarter: Interval;
  /** The twelve calendar months after this one, as a band of stories: USD. */
  readonly year: { readonly low: number; readonly middle: number; readonly high: number } | undefined;
}

const NAMES: Readonly<Record<number, string>> = { 0.5: 'Half usage', 1: 'Expected', 2: 'Double usage' };

/**
 * Half, expected, double and, where it is none of them, the usage that was chosen: all under the other assumptions.
 *
 * @param billed what is billed for $1 estimated: a factor on what history projects, not on what is added to it
 */
export function scenarios(
  history: readonly DailyCost[],
  today: number,
  { path }: Forecast,
  { usage: chosen, price, mix }: Pick<Assumed, 'usage' | 'price' | 'mix'>,
  effects: readonly PlannedEffect[],
  billed = 1
): Scenario[] {
  return [...new Set([0.5, 1, 2, chosen])].map((usage) => {
    const assumptions = { usage, price: (1 + price / 100) * billed, mix: 1 + mix / 100, effects };
    const assumed = applyAssumptions(path, assumptions);
    const band = monthlyBand(history, today, assumptions);
    const sum = (of: 'low' | 'middle' | 'high') =>
      band.state === 'ready' ? band.months.reduce((total, month) => total + month[of], 0) : 0;
    return {
      usage,
      name: NAMES[usage] ?? `At ${usage}× usage`,
      path: assumed,
      quarter: intervalOf(assumed, 0, assumed.usd.length),
      year: band.state === 'ready' ? { low: sum('low'), middle: sum('middle'), high: sum('high') } : undefined,
    };
  });
}
