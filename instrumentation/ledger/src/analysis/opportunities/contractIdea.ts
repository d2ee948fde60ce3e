import { sizeCommitment, type MonthlyUse } from '../breakEven/sizeCommitment.ts';

/** One provider in the period looked at, USD a month, and what its next month may cost by the forecast. */
export interface ProviderUse {
  readonly provider: string;
  readonly paidUsd: number;
  readonly listUsd: number;
  readonly use: MonthlyUse | undefined;
}

/** An idea about a provider as a whole, USD a month. */
export interface ProviderIdea {
  readonly provider: string;
  readonly monthly: MonthlyUse;
  readonly working: string;
}

/** What providers give at such volume, an assumption: nobody has offered it. */
const DISCOUNTS = { low: 0.05, middle: 0.1, high: 0.15 };
/** Less off the list than this is no contract. */
const NO_CONTRACT = 0.995;

/**
 * A provider that is paid at list and costs enough to ask for a contract. What is committed is what the low end of the
 * forecast just uses up, so that in nine of ten cases nothing of it is idle: it then saves the discount.
 *
 * Worked: use of $52,000 [40,000, 60,000]: at 10 % off commit $36,000, which breaks even from $36,000 of use on; it saves
 * $5,200, at 5 % off and low use $2,000, at 15 % and high use $9,000.
 *
 * @param leastUsd a month at list, from which on it is worth asking
 */
export function contractIdea(
  { provider, paidUsd, listUsd, use }: ProviderUse,
  leastUsd: number
): ProviderIdea | undefined {
  if (use === undefined || listUsd < leastUsd || paidUsd < NO_CONTRACT * listUsd) {
    return undefined;
  }
  const at = (discount: number) => sizeCommitment(use, { usdPerMonth: use.low * (1 - discount), discount });
  const { breakEven } = at(DISCOUNTS.middle);
  return {
    provider,
    monthly: {
      low: at(DISCOUNTS.low).saved.low,
      middle: at(DISCOUNTS.middle).saved.middle,
      high: at(DISCOUNTS.high).saved.high,
    },
    working:
      `$${Math.round(listUsd)} a month at list and no contract; the next month is forecast at $${Math.round(use.middle)} ` +
      `($${Math.round(use.low)}–${Math.round(use.high)}). At 10 % off, a commitment of $${Math.round(breakEven)} is used up in ` +
      'nine of ten cases, and breaks even from that much use on. 5–15 % off assumed: ask for an offer.',
  };
}
