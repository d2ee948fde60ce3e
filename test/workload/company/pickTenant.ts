import { TENANTS } from './tenants.ts';

/** Zipf weights, exponent 1.1: the largest of thirty tenants has about a quarter of the calls, the smallest 0.6 %. */
const CUMULATIVE = TENANTS.reduce<number[]>((sums, _tenant, i) => {
  sums.push((sums[i - 1] ?? 0) + 1 / (i + 1) ** 1.1);
  return sums;
}, []);

/** A tenant by its share of the traffic. @param draw in [0, 1) */
export function pickTenant(draw: number): string {
  const at = draw * (CUMULATIVE.at(-1) ?? 0);
  return TENANTS[CUMULATIVE.findIndex((sum) => at < sum)] ?? TENANTS[0];
}
