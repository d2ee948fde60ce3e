import { ShapeError } from '@ai-finops/instrumentation/pricing';
import type { AmountByDay } from '../analysis/economics/amountByDay.ts';
import { dayText } from '../store/dayText.ts';
import { DAY_MS } from '../store/eventDay.ts';
import { nanoOfUsd } from './nanoOfUsd.ts';

/** As the file has it: an amount since ever, or several with the first UTC day of each. */
export type DatedAmountJson = string | readonly { readonly from?: string | undefined; readonly usd: string }[];

/**
 * What held when, of what people wrote in any order.
 *
 * @throws ShapeError where two amounts begin on the same day
 */
export function datedAmount(json: DatedAmountJson, path: readonly (string | number)[]): AmountByDay {
  const amounts = (typeof json === 'string' ? [{ usd: json }] : json).map(({ from, usd }, index) => ({
    index,
    from: from === undefined ? undefined : Date.parse(from) / DAY_MS,
    nanoUsd: nanoOfUsd(usd),
  }));
  const sorted = amounts.toSorted((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity) || 0);
  const twice = sorted.find(({ from }, place) => place > 0 && sorted[place - 1]?.from === from);
  if (twice) {
    const which = twice.from === undefined ? 'an amount without "from"' : `from ${dayText(twice.from)}`;
    throw new ShapeError([...path, twice.index], `${which} is there twice: keep one`);
  }
  return sorted.map(({ from, nanoUsd }) => ({ from, nanoUsd }));
}
