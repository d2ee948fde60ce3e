import { median, quantile } from '@ai-finops/ledger/analysis';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import type { NamedCosts } from '../../components/days/costFrame.ts';

/** Fewer days have no band. */
const LEAST_DAYS = 3;
/** What days usually stay within: all but the lowest and the highest tenth. */
const OUTSIDE = 0.1;

interface Stretch {
  readonly from: number;
  /** Not included. */
  readonly to: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly count: number;
}

/**
 * The course of a number and, for each stretch between marks, its median and the band that eight of ten days stay within.
 * A mark's own day is in no stretch. Compares the last two stretches; the change is the medians', not a verdict.
 */
export function beforeAndSince(
  days: readonly number[],
  values: readonly (number | undefined)[],
  marks: readonly { readonly day: number; readonly what: string }[]
): { readonly series: readonly NamedCosts[]; readonly sentence: string } {
  const inside = marks.filter(({ day }) => day > (days[0] ?? 0) && day < (days.at(-1) ?? 0));
  const edges = [-1, ...inside.map(({ day }) => days.indexOf(day)), days.length];
  const stretches = edges.slice(1).map((to, index) => stretch(values, (edges[index] ?? 0) + 1, to));
  const last = inside.length === 0 ? undefined : stretches.at(-1);
  const lines = (name: string, some: readonly (Stretch | undefined)[]): NamedCosts[] =>
    (['low', 'high', 'middle'] as const).map((side) => ({
      name: side === 'middle' ? `${name}, median` : `${name}, usual ${side}`,
      costs: days.map((_, at) => some.find((one) => one && one.from <= at && at < one.to)?.[side]),
    }));
  return {
    series: [
      ...(inside.length === 0
        ? lines('all days', stretches)
        : [...lines('before', stretches.slice(0, -1)), ...lines('since', [last])]),
      { name: VALUE, costs: values },
    ],
    sentence: sentenceOf(inside.at(-1), stretches.at(-2), last),
  };
}

export const VALUE = 'a day';

function stretch(all: readonly (number | undefined)[], from: number, to: number): Stretch | undefined {
  const known = all.slice(from, to).filter((value) => value !== undefined);
  return known.length < LEAST_DAYS
    ? undefined
    : {
        ...{ from, to, count: known.length, middle: median(known) },
        low: quantile(known, OUTSIDE),
        high: quantile(known, 1 - OUTSIDE),
      };
}

function sentenceOf(
  mark: { readonly day: number; readonly what: string } | undefined,
  before: Stretch | undefined,
  since: Stretch | undefined
): string {
  if (!mark) {
    return 'No optimization in these days: none of the dashboard’s annotations has the tag, and the panel names no date.';
  }
  const when = `${formatDay(mark.day)}${mark.what && ` (${mark.what})`}`;
  if (!before || !since) {
    return `Too few days ${before ? 'since' : 'before'} ${when} to compare.`;
  }
  const change = before.middle === 0 ? NaN : since.middle / before.middle - 1;
  const words =
    Number.isNaN(change) || Math.abs(change) < 0.005
      ? 'About the same'
      : `${(Math.abs(change) * 100).toFixed(0)}\u202f% ${change < 0 ? 'less' : 'more'}`;
  return (
    `${words} since ${when}: ${formatUnitCost(since.middle)} in the middle of ${since.count} days, ` +
    `${formatUnitCost(before.middle)} in the ${before.count} before.`
  );
}
