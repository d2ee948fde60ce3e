import { formatDay } from '../numbers/formatDay.ts';
import { formatMoneyShort } from '../numbers/formatMoneyShort.ts';
import { usdOf } from '../numbers/usdOf.ts';
import type { Losing } from '../../data/economics.ts';

/** `since Mon 2 Nov, ≈ $412 a month`. */
export function lossWords({ since, isSinceStart, nanoUsdPerMonth }: Losing): string {
  const day = formatDay(Date.parse(since));
  return `since ${day}${isSinceStart ? ' or earlier' : ''}, ≈ ${formatMoneyShort(usdOf(nanoUsdPerMonth))} a month`;
}
