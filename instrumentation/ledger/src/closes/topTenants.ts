import type { DayBooks } from './dayBooks.ts';

const cached = new WeakMap<DayBooks, Map<number, ReadonlySet<string>>>();

/** The `count` tenants a day cost most for; equal costs by name, so that the answer is always the same. */
export function topTenants(day: DayBooks, count: number): ReadonlySet<string> {
  const tops = cached.get(day) ?? new Map<number, ReadonlySet<string>>();
  cached.set(day, tops);
  const top = tops.get(count) ?? rank(day, count);
  tops.set(count, top);
  return top;
}

function rank(day: DayBooks, count: number): ReadonlySet<string> {
  const costs = new Map<string, bigint>();
  for (const { tenant, forDay, costNanoUsd } of day.tenants) {
    if (forDay === day.day) {
      costs.set(tenant, (costs.get(tenant) ?? 0n) + costNanoUsd);
    }
  }
  const ranked = [...costs].sort(([a, costA], [b, costB]) =>
    costA === costB ? (a < b ? -1 : 1) : costA > costB ? -1 : 1
  );
  return new Set(ranked.slice(0, count).map(([tenant]) => tenant));
}
