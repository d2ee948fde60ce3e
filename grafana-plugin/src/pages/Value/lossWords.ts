import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';
import type { Losing } from '../../data/economics.ts';

/** `since Mon 2 Nov, ≈ $412 a month`. */
export function lossWords({ since, isSinceStart, nanoUsdPerMonth }: Losing): string {
  const day = formatDay(Date.parse(since));
  return `since ${day}${isSinceStart ? ' or earlier' : ''}, ≈ ${formatMoneyShort(usdOf(nanoUsdPerMonth))} a month`;
}
