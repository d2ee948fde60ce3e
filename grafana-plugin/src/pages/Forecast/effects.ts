import { estimateLaunch, type PlannedEffect } from '@ai-finops/ledger/analysis';
import type { Assumed } from '../../choice/assumed.ts';
import type { PlannedChange } from '../../data/forecasted.ts';
import { DAY_MS } from '../../queries/dayMs.ts';

/** Of a year of 365.25 days. */
const DAYS_A_MONTH = 30.4375;

/**
 * What is switched on, as the forecast takes it: savings as they are expected, a new feature with its own uncertainty.
 *
 * @param today first day of the forecast
 * @throws RangeError naming the range of the new feature that cannot be
 */
export function effects(
  { planned, launch, hasLaunch, launchDay }: Assumed,
  changes: readonly PlannedChange[],
  today: number
): PlannedEffect[] {
  const savings = changes
    .filter(({ id }) => planned.includes(id))
    .map(({ name, day, usdPerMonth }): PlannedEffect => {
      const usd = -usdPerMonth / DAYS_A_MONTH;
      return { name, fromDay: day, kind: 'add', size: { low: usd, likely: usd, high: usd } };
    });
  if (!hasLaunch || !launch) {
    return savings;
  }
  const { usd, bounds } = estimateLaunch(launch);
  const fromDay = launchDay === undefined ? today : Math.floor(Date.parse(launchDay) / DAY_MS);
  const size = { low: bounds[80].low, likely: usd, high: bounds[80].high };
  return [...savings, { name: 'New feature', fromDay, kind: 'add', size }];
}
