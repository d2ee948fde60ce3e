import { atNewestPrices } from './atNewestPrices.ts';
import type { HeldFixed } from './heldFixed.ts';
import type { ImpactCell } from './impactCell.ts';
import type { ListedUnits } from './listedUnits.ts';

/** One day with calls. */
export interface StandardDay {
  readonly day: number;
  /** ln of cost per request at one rate card and one mix. */
  readonly log: number;
  readonly requests: number;
  /** As it was paid. */
  readonly usd: number;
}

interface Part {
  requests: number;
  rated: number;
}

/**
 * Cost per request with price and mix out of it, day by day: `ln Σ w c`, c = cost per request of a part at the newest unit
 * prices, w = its share of requests over all days (direct standardisation). A part that made no call on a day stands at
 * its own mean, so that a model that comes or goes moves nothing by itself.
 *
 * @param cells in any order; days without requests or cost are left out
 * @param listed what units cost by the price list; without it by what was paid
 */
export function standardise(
  cells: readonly ImpactCell[],
  { price, mix }: HeldFixed,
  listed: ListedUnits = () => undefined
): StandardDay[] {
  const ratedUsd = price ? atNewestPrices(cells, listed) : ({ usd }: ImpactCell) => usd;
  const days = new Map<number, { requests: number; usd: number; parts: Map<string, Part> }>();
  const whole = new Map<string, Part>();
  const add = (parts: Map<string, Part>, key: string, requests: number, rated: number) => {
    const part = parts.get(key) ?? { requests: 0, rated: 0 };
    parts.set(key, { requests: part.requests + requests, rated: part.rated + rated });
  };
  for (const cell of cells) {
    const day = days.get(cell.day) ?? { requests: 0, usd: 0, parts: new Map<string, Part>() };
    day.requests += cell.requests;
    day.usd += cell.usd;
    days.set(cell.day, day);
    const rated = ratedUsd(cell);
    add(day.parts, mix(cell), cell.requests, rated);
    add(whole, mix(cell), cell.requests, rated);
  }
  const total = [...whole.values()].reduce((sum, { requests }) => sum + requests, 0);
  return [...days]
    .map(([day, { requests, usd, parts }]) => {
      let standard = 0;
      for (const [key, all] of whole) {
        const own = parts.get(key);
        const { requests: count, rated } = own && own.requests > 0 ? own : all;
        standard += count > 0 ? ((all.requests / total) * rated) / count : 0;
      }
      return { day, log: Math.log(standard), requests, usd };
    })
    .filter(({ log, requests }) => requests > 0 && Number.isFinite(log))
    .sort((a, b) => a.day - b.day);
}
