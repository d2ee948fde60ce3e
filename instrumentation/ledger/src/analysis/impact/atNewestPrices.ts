import type { ImpactCell } from './impactCell.ts';
import type { ListedUnits } from './listedUnits.ts';

/** Sums of calls that were rounded one by one differ a little from quantity × price. */
const ROUNDING = 0.005;

/**
 * What a cell would have cost at the newest unit prices, USD: each component × newest / then.
 *
 * What was paid for a unit moves without any new price where long inputs are dearer, and on a day of few calls it moves
 * much: the list says which price was then and which is now, and how long the inputs were stays in the cost. Where the
 * list was not what was paid (it does not know the model, was corrected without a date, or has hours), what was paid
 * counts, and the last day of a model stands for the newest price.
 *
 * Worked: $2.50 a million on day 1, $2.30 from day 2 on, twice that above 272k of input; day 1 paid $2.80 on average, as
 * an eighth was long: it is rated at 2.80 × 2.30 / 2.50 = $2.576, whatever the last day happened to pay.
 */
export function atNewestPrices(cells: readonly ImpactCell[], listed: ListedUnits): (cell: ImpactCell) => number {
  const lastDay = cells.reduce((last, { day }) => Math.max(last, day), -Infinity);
  const newest = newestPaid(cells);
  const targets = new Map<string, number>();
  const targetOf = (cell: ImpactCell, component: string): number | undefined => {
    const key = priceKey(cell, component);
    const last = newest.get(key);
    if (last === undefined) {
      return undefined;
    }
    const target = targets.get(key) ?? lastPrice(cell, component, last);
    targets.set(key, target);
    return target;
  };
  const lastPrice = (cell: ImpactCell, component: string, { day, quantity, usd }: Paid): number =>
    isListed(listed(cell, component, day), usd / quantity)
      ? (listed(cell, component, lastDay)?.low ?? usd / quantity)
      : usd / quantity;

  return (cell) =>
    cell.components.reduce((sum, { component, quantity, usd }) => {
      const target = quantity > 0 ? targetOf(cell, component) : undefined;
      if (target === undefined || usd === 0) {
        return sum;
      }
      const then = listed(cell, component, cell.day);
      return sum - usd + (isListed(then, usd / quantity) ? usd * (target / then.low) : quantity * target);
    }, cell.usd);
}

interface Paid {
  readonly day: number;
  readonly quantity: number;
  readonly usd: number;
}

function isListed(unit: ReturnType<ListedUnits>, paid: number): unit is NonNullable<typeof unit> {
  return unit !== undefined && unit.low > 0 && paid >= unit.low * (1 - ROUNDING) && paid <= unit.high * (1 + ROUNDING);
}

const priceKey = ({ provider, model, serviceTier }: ImpactCell, component: string) =>
  [provider, model, serviceTier, component].join('\n');

/** What was paid on the last day that each component was used. */
function newestPaid(cells: readonly ImpactCell[]): ReadonlyMap<string, Paid> {
  const newest = new Map<string, Paid>();
  for (const cell of cells) {
    for (const { component, quantity, usd } of cell.components) {
      const key = priceKey(cell, component);
      const known = newest.get(key);
      if (quantity > 0 && (!known || known.day <= cell.day)) {
        const same = known?.day === cell.day ? known : { quantity: 0, usd: 0 };
        newest.set(key, { day: cell.day, quantity: same.quantity + quantity, usd: same.usd + usd });
      }
    }
  }
  return newest;
}
