import { formatMoneyShort } from '../numbers/formatMoneyShort.ts';
import type { DailyCosts } from '../../data/dailyCosts.ts';
import { dayTotals } from './dayTotals.ts';

const WEEK = 7;

/**
 * The chart in a sentence: the last seven closed days against the seven before, and the name that moved most.
 * A difference under 2 % is "about the same". Says what is missing where there are not two whole weeks.
 */
export function trendSentence(costs: DailyCosts): string {
  const { byName } = costs;
  const totals = dayTotals(costs);
  const week = mean(totals.slice(-WEEK));
  const before = mean(totals.slice(-2 * WEEK, -WEEK));
  if (week === undefined) {
    return 'A trend needs seven closed days in a row.';
  }
  const average = `The last 7 days cost ${formatMoneyShort(week)} a day on average`;
  if (before === undefined || before === 0) {
    return `${average}; there is no whole week before to compare with.`;
  }
  const change = week / before - 1;
  if (Math.abs(change) < 0.02) {
    return `${average}, about the same as in the 7 before.`;
  }
  const [name, moved] = largestMove(byName, change > 0);
  return (
    `${average}, ${(Math.abs(change) * 100).toFixed(0)}\u202f% ${change > 0 ? 'more' : 'less'} than in the 7 before. ` +
    `${name} moved most: ${formatMoneyShort(Math.abs(moved))} a day ${moved > 0 ? 'more' : 'less'}.`
  );
}

function largestMove(byName: DailyCosts['byName'], up: boolean): [string, number] {
  const moves = [...byName].map(([name, daily]): [string, number] => [
    name,
    (mean(daily.slice(-WEEK).map((cost) => cost ?? 0)) ?? 0) -
      (mean(daily.slice(-2 * WEEK, -WEEK).map((cost) => cost ?? 0)) ?? 0),
  ]);
  return moves.toSorted((a, b) => (up ? b[1] - a[1] : a[1] - b[1]))[0] ?? ['', 0];
}

/** The mean of a whole week; undefined where a day of it is missing. */
function mean(costs: readonly (number | undefined)[]): number | undefined {
  const known = costs.filter((cost) => cost !== undefined);
  return known.length === WEEK ? known.reduce((sum, cost) => sum + cost, 0) / WEEK : undefined;
}
