import type { BillLine, ChargeCategory } from '../analysis/reconciliation/billLine.ts';
import { roundToCents } from './roundToCents.ts';

const CENT = 10_000_000n;

/**
 * What a bill charges by kind of charge, in whole cents that add up to the bill's, halves up: $1.006 of usage and
 * $0.104 of tax are a bill of $1.11: 101 and 10 cents.
 */
export function centsByCategory(
  lines: readonly BillLine[],
  amount: (line: BillLine) => bigint
): ReadonlyMap<ChargeCategory, bigint> {
  const sums = new Map<ChargeCategory, bigint>();
  lines.forEach((line) => sums.set(line.category, (sums.get(line.category) ?? 0n) + amount(line)));
  const parts = [...sums].map(([category, nano]) => {
    const rest = ((nano % CENT) + CENT) % CENT;
    return { category, cents: (nano - rest) / CENT, rest };
  });
  const whole = roundToCents([...sums.values()].reduce((sum, nano) => sum + nano, 0n));
  let left = whole - parts.reduce((sum, { cents }) => sum + cents, 0n);
  // Equal remainders by name, so that the file is always the same.
  parts.sort((a, b) => (a.rest === b.rest ? (a.category < b.category ? -1 : 1) : a.rest > b.rest ? -1 : 1));
  for (const part of parts) {
    if (left > 0n) {
      part.cents += 1n;
      left -= 1n;
    }
  }
  return new Map(parts.map(({ category, cents }) => [category, cents]));
}
