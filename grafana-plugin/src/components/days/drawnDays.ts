import type { Answer } from '../../data/answer.ts';
import type { DailyCosts } from '../../data/dailyCosts.ts';
import type { OpenDay } from '../../data/openDay.ts';
import { valueOf } from '../../data/valueOf.ts';
import type { NamedCosts } from './costFrame.ts';
import { dayTotals } from './dayTotals.ts';
import { stackedDays } from './stackedDays.ts';
import { trendSentence } from './trendSentence.ts';
import { unitCosts } from './unitCosts.ts';
import { unitTrendSentence } from './unitTrendSentence.ts';

interface Asked {
  readonly cost: Answer<DailyCosts>;
  readonly calls: Answer<DailyCosts> | undefined;
  readonly openDay: OpenDay | undefined;
  readonly names: readonly string[];
}

interface Drawn {
  readonly days: readonly number[];
  readonly series: readonly NamedCosts[];
  /** The day's whole, where it is not the sum of its series. */
  readonly totals: readonly (number | undefined)[] | undefined;
  readonly sentence: string;
  readonly isLastOpen: boolean;
}

/** Lines of more names would not be told apart. */
const MOST_LINES = 8;

/** What the chart draws and the table beside it lists: cost by day, or with `calls` the cost of a call by day. */
export function drawnDays({ cost, calls, openDay, names }: Asked): Drawn | { readonly words: string } {
  if (cost.kind !== 'value') {
    return { words: cost.words };
  }
  if (calls && calls.kind !== 'value') {
    return { words: calls.words };
  }
  if (calls) {
    const perCall = unitCosts(cost.value, calls.value);
    const total = unitCosts(
      { days: cost.value.days, byName: new Map([['', dayTotals(cost.value)]]) },
      { days: cost.value.days, byName: new Map([['', dayTotals(calls.value)]]) }
    );
    return {
      days: perCall.days,
      series: names.slice(0, MOST_LINES).flatMap((name) => {
        const costs = perCall.byName.get(name);
        return costs ? [{ name, costs }] : [];
      }),
      totals: total.byName.get('') ?? [],
      sentence: unitTrendSentence(cost.value, calls.value),
      isLastOpen: false,
    };
  }
  const open = openDay && openDayCosts(openDay);
  const { days, series } = stackedDays(cost.value, names, open);
  return {
    days,
    series,
    totals: undefined,
    sentence: trendSentence(cost.value),
    isLastOpen: open !== undefined && days.at(-1) === open.day,
  };
}

/** The gauge splits neither by request type nor finer; nothing at all is kept of a tenant's open day. */
const openDayCosts = ({ day, cost, costBy }: OpenDay) =>
  cost.kind === 'unkept'
    ? undefined
    : {
        day,
        total: valueOf(cost),
        byName: valueOf(costBy),
      };
