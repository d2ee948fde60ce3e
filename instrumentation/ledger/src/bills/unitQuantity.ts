import { readDecimal } from './readDecimal.ts';

const UNIT = /^\s*(\d+)?\s*(?:(k|m|thousand|million)(?=\s|$))?\s*([a-z][\w -]*)?$/i;
const FACTORS: Readonly<Record<string, bigint>> = { k: 1_000n, thousand: 1_000n, m: 1_000_000n, million: 1_000_000n };
const NANO = 1_000_000_000n;

/**
 * A quantity in whole units: 3.2 of `1K tokens` are 3,200 tokens, 8.4 of `1000000 Tokens` 8,400,000. Undefined where
 * the bill has none, or its unit cannot be told.
 *
 * @param fallback the unit where the bill says only how many of it: `1K`
 * @throws BillError
 */
export function unitQuantity(
  amount: string,
  unitText: string,
  column: string,
  fallback?: string
): { readonly quantity: bigint; readonly unit: string } | undefined {
  const [whole, count = '1', factor = '', word = ''] = UNIT.exec(unitText) ?? [];
  const unit = word.trim().toLowerCase() || fallback;
  if (amount === '' || whole === undefined || unit === undefined) {
    return undefined;
  }
  const nano = readDecimal(amount, 9, column) * BigInt(count) * (FACTORS[factor.toLowerCase()] ?? 1n);
  return { quantity: (nano + (nano < 0n ? -NANO : NANO) / 2n) / NANO, unit };
}
