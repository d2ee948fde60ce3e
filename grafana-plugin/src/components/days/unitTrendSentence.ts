import type { DailyCosts } from '../../data/dailyCosts.ts';
import { formatUnitCost } from '../numbers/formatUnitCost.ts';
import { dayTotals } from './dayTotals.ts';

const WEEK = 7;

/**
 * The course of the cost of a call in a sentence: the last seven closed days against the first seven, each its cost over
 * its calls. A difference under 2 % is "about the same".
 */
export function unitTrendSentence(cost: DailyCosts, calls: DailyCosts): string {
  const usd = dayTotals(cost);
  const counts = dayTotals(calls);
  const last = ratio(usd.slice(-WEEK), counts.slice(-WEEK));
  if (last === undefined) {
    return 'No call was made in these days.';
  }
  const first = ratio(usd.slice(0, WEEK), counts.slice(0, WEEK));
  const now = `A call cost ${formatUnitCost(last)} on average in the last ${Math.min(WEEK, usd.length)} days`;
  if (usd.length < 2 * WEEK || first === undefined || first === 0) {
    return `${now}.`;
  }
  const change = last / first - 1;
  return Math.abs(change) < 0.02
    ? `${now}, about the same as in the first 7 of these ${usd.length}.`
    : `${now}, ${(Math.abs(change) * 100).toFixed(0)}\u202f% ${change > 0 ? 'more' : 'less'} than in the first 7 of these ${usd.length} (${formatUnitCost(first)}).`;
}

function ratio(usd: readonly (number | undefined)[], counts: readonly (number | undefined)[]): number | undefined {
  const sum = (values: readonly (number | undefined)[]) => values.reduce<number>((all, value) => all + (value ?? 0), 0);
  const calls = sum(counts);
  return calls === 0 ? undefined : sum(usd) / calls;
}
