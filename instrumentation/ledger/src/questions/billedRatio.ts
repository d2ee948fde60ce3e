import type { EventDay } from '../store/eventDay.ts';
import { monthText } from '../store/monthText.ts';
import type { BilledRatios } from './billedRatios.ts';

/** What a provider's cost of a day is multiplied by; undefined: no bill says anything. */
export function billedRatio(ratios: BilledRatios, provider: string, day: EventDay): bigint | undefined {
  const known = ratios.get(provider);
  return known?.get(monthText(day)) ?? known?.get('');
}
