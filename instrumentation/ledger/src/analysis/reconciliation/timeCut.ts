import type { BillLine } from './billLine.ts';
import type { EstimateCell } from './estimateCell.ts';

interface DayPair {
  readonly counted: bigint;
  readonly billed: bigint;
}

/** Fewer days tell no clock from chance. */
const LEAST_DAYS = 10;
/** Of the days, at least so many differ each way where a cut moves usage back and forth; one that is left out goes one way. */
const EACH_WAY = 0.2;
/** Days at an end of the month that may be short or long by calls that are billed late. */
const EDGE_DAYS = 2;

/**
 * Whether another cut of days explains a different quantity; undefined: it does not, or cannot be told. Either the bill's
 * days begin at another hour: single days differ both ways, and what they add up to is never more than one day's quantity;
 * or all days agree but the last ones, which are billed short, or the first ones, which have calls of the month before, or
 * both, where the month is cut at another hour than its days.
 */
export function timeCut(estimates: readonly EstimateCell[], lines: readonly BillLine[]): string | undefined {
  if (lines.some(({ quantity, through }) => quantity === undefined || through !== undefined)) {
    return undefined;
  }
  const byDay = new Map<string, { counted: bigint; billed: bigint }>();
  const at = (day: string) => {
    const found = byDay.get(day) ?? { counted: 0n, billed: 0n };
    byDay.set(day, found);
    return found;
  };
  estimates.forEach(({ day, quantity }) => (at(day).counted += quantity));
  lines.forEach(({ day, quantity = 0n }) => (at(day).billed += quantity));
  const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
  return days.length < LEAST_DAYS ? undefined : (lateDays(days) ?? otherClock(days));
}

function lateDays(days: readonly DayPair[]): string | undefined {
  const differs = days.flatMap(({ counted, billed }, index) => (counted === billed ? [] : [index]));
  const isLast = differs.every((index) => index >= days.length - EDGE_DAYS);
  const isFirst = differs.every((index) => index < EDGE_DAYS);
  const every = (isSo: (pair: DayPair) => boolean) =>
    differs.every((index) => isSo(days[index] ?? { counted: 0n, billed: 0n }));
  if (isLast && every(({ counted, billed }) => billed < counted)) {
    return 'all days agree but the last, which is billed short: its calls stand on the next bill';
  }
  if (isFirst && every(({ counted, billed }) => billed > counted)) {
    return 'all days agree but the first, which is billed long: it has calls of the month before';
  }
  const isEdge = differs.every((index) => index < EDGE_DAYS || index >= days.length - EDGE_DAYS);
  const sign = (isIn: (index: number) => boolean) =>
    new Set(differs.filter(isIn).map((index) => ((days[index]?.billed ?? 0n) > (days[index]?.counted ?? 0n) ? 1 : -1)));
  const [first, last] = [sign((index) => index < EDGE_DAYS), sign((index) => index >= EDGE_DAYS)];
  if (isEdge && first.size === 1 && last.size === 1 && ![...first].some((one) => last.has(one))) {
    return 'all days agree but the first and the last, one short and one long: the bill’s month begins and ends at another hour';
  }
  return undefined;
}

function otherClock(days: readonly DayPair[]): string | undefined {
  const differences = days.map(({ counted, billed }) => billed - counted);
  const least = EACH_WAY * days.length;
  if ([1n, -1n].some((sign) => differences.filter((one) => one * sign > 0n).length < least)) {
    return undefined;
  }
  let [sum, low, high] = [0n, 0n, 0n];
  for (const difference of differences) {
    sum += difference;
    low = sum < low ? sum : low;
    high = sum > high ? sum : high;
  }
  const most = days.reduce((max, { counted }) => (counted > max ? counted : max), 0n);
  return high - low <= most
    ? 'days differ both ways, and together by no more than one day: the bill cuts days at another hour'
    : undefined;
}
