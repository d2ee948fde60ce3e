const DAY_MS = 86_400_000;

/**
 * What a UTC day bears of an amount a calendar month: evenly, and what does not divide goes to the first days, so that the
 * days add up to the month.
 *
 * @param day days since the epoch
 * @example 62 nano-USD in a month of 30 days: 3 on the 1st and 2nd, then 2
 */
export function dayPart(perMonth: bigint, day: number): bigint {
  const date = new Date(day * DAY_MS);
  const days = BigInt(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate());
  return perMonth / days + (BigInt(date.getUTCDate()) <= perMonth % days ? 1n : 0n);
}
