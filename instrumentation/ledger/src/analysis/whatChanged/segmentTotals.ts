import type { Period } from './period.ts';
import type { SegmentRow } from './segmentRow.ts';

/** The rows of one segment added up; of a day, where `perDay` asked for it. */
export interface SegmentTotals {
  readonly labels: Readonly<Record<string, string>>;
  calls: number;
  attempts: number;
  readonly quantities: Map<string, number>;
  readonly costs: Map<string, bigint>;
}

/**
 * Adds up the rows of a period by segment.
 *
 * @param perDay divide by the period's days; costs are rounded to the nano-USD
 * @returns by a key that is the same for the same labels
 * @throws RangeError that names the row which is no count of something
 */
export function segmentTotals({ days, rows }: Period, perDay: boolean): Map<string, SegmentTotals> {
  if (!Number.isSafeInteger(days) || days < 1) {
    throw new RangeError(`a period has a whole number of days, at least 1: ${days}`);
  }
  const totals = new Map<string, SegmentTotals>();
  for (const row of rows) {
    check(row);
    const key = keyOf(row.labels);
    const sum = totals.get(key) ?? {
      labels: row.labels,
      calls: 0,
      attempts: 0,
      quantities: new Map<string, number>(),
      costs: new Map<string, bigint>(),
    };
    totals.set(key, sum);
    sum.calls += row.calls;
    sum.attempts += row.attempts;
    for (const [component, quantity] of Object.entries(row.quantities)) {
      sum.quantities.set(component, (sum.quantities.get(component) ?? 0) + quantity);
    }
    for (const [component, cost] of Object.entries(row.costs)) {
      sum.costs.set(component, (sum.costs.get(component) ?? 0n) + cost);
    }
  }
  if (perDay) {
    totals.forEach((sum) => divide(sum, days));
  }
  return totals;
}

function keyOf(labels: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function check({ labels, calls, attempts, quantities }: SegmentRow): void {
  const bad = Object.entries({ calls, attempts, ...quantities }).find(([, count]) => !(count >= 0 && count < Infinity));
  if (bad) {
    throw new RangeError(`${bad[0]} of ${JSON.stringify(labels)} is no count: ${bad[1]}`);
  }
  if (attempts < calls) {
    throw new RangeError(`${JSON.stringify(labels)} has fewer attempts (${attempts}) than calls (${calls})`);
  }
}

function divide(sum: SegmentTotals, days: number): void {
  sum.calls /= days;
  sum.attempts /= days;
  sum.quantities.forEach((quantity, component) => sum.quantities.set(component, quantity / days));
  sum.costs.forEach((cost, component) => sum.costs.set(component, nearest(cost, BigInt(days))));
}

function nearest(cost: bigint, days: bigint): bigint {
  return (2n * cost + (cost < 0n ? -days : days)) / (2n * days);
}
