import type { NamedCosts } from '../../components/days/costFrame.ts';
import type { LeverDay } from '../../data/lever.ts';
import { DAY_MS } from '../../queries/dayMs.ts';

export const LINES = [
  'cost per request',
  'before, usual low',
  'before, usual high',
  'since, usual low',
  'since, usual high',
];

/** What days usually stay within: all but the lowest and the highest tenth. */
const OUTSIDE = 0.1;

/**
 * Cost per request by day, with the band that days before and since usually stay within; days of a roll-out belong to
 * neither. Days without calls are gaps.
 *
 * @param date and `fullDate` as the record has them
 */
export function perRequestLines(
  days: readonly LeverDay[],
  date: string,
  fullDate: string | undefined
): { readonly days: readonly number[]; readonly series: readonly NamedCosts[] } {
  const known = new Map(days.map(({ day, usdPerRequest }) => [Date.parse(day), usdPerRequest]));
  const [first = 0, last = 0] = [Math.min(...known.keys()), Math.max(...known.keys())];
  const all =
    days.length === 0 ? [] : Array.from({ length: (last - first) / DAY_MS + 1 }, (_, at) => first + at * DAY_MS);
  const start = Date.parse(date);
  const full = Math.max(start + DAY_MS, fullDate === undefined ? 0 : Date.parse(fullDate));
  const isBefore = (day: number) => day < start;
  const isSince = (day: number) => day >= full;
  const band = (name: string, isIn: (day: number) => boolean) => {
    const values = [...known].flatMap(([day, usd]) => (isIn(day) ? [usd] : [])).sort((a, b) => a - b);
    const at = (share: number) => values[Math.round((values.length - 1) * share)];
    return (['low', 'high'] as const).map((side) => ({
      name: `${name}, usual ${side}`,
      costs: all.map((day) => (isIn(day) ? at(side === 'low' ? OUTSIDE : 1 - OUTSIDE) : undefined)),
    }));
  };
  return {
    days: all,
    series: [
      { name: 'cost per request', costs: all.map((day) => known.get(day)) },
      ...band('before', isBefore),
      ...band('since', isSince),
    ],
  };
}
