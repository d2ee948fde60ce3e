import { priceCall, type CallToRate, type PriceBook, type Quantities } from '@ai-finops/instrumentation/pricing';
import type { ListedUnit, ListedUnits } from '../analysis/impact/listedUnits.ts';
import { DAY_MS } from '../store/eventDay.ts';

/** Below every step of long context that a card has, and enough that rounding to the nano-USD does not show. */
const SHORT = 10_000;
/** Beyond every step. */
const LONG = 1_000_000_000;
const NOON_MS = DAY_MS / 2;

/** What units cost by the rate cards, contracts in, at noon of the day that is asked for; each is looked up once. */
export function cardUnits(prices: PriceBook): ListedUnits {
  const known = new Map<string, ListedUnit | undefined>();
  return ({ provider, model, serviceTier }, component, day) => {
    const key = [provider, model, serviceTier, component, day].join('\n');
    if (!known.has(key)) {
      const card = prices.resolve({ provider, model, atMs: day * DAY_MS + NOON_MS });
      known.set(key, listedUnit({ card, serviceTier: serviceTier || undefined }, component));
    }
    return known.get(key);
  };
}

function listedUnit(by: Omit<CallToRate, 'quantities'>, component: string): ListedUnit | undefined {
  const usdOf = (quantities: Quantities): number | undefined => {
    const price = priceCall({ ...by, quantities });
    const part = price.kind === 'priced' ? price.components.find((one) => one.component === component) : undefined;
    return part && Number(part.nanoUsd) / (part.quantity * 1e9);
  };
  const low = usdOf({ [component]: SHORT });
  return low === undefined ? undefined : { low, high: usdOf({ input: LONG, [component]: LONG }) ?? low };
}
