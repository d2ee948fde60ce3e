import type { BillLine } from '../analysis/reconciliation/billLine.ts';

/** A line as its table has it, without the revision; one in USD ends before the currency. */
export function lineRow(line: BillLine): (string | bigint | null)[] {
  const { day, through, account, model, tier, component, description, category, quantity, unit } = line;
  const words = [day, through ?? null, account ?? null, model ?? null, tier ?? null, component ?? null];
  const money = [line.listNanoUsd ?? null, line.effectiveNanoUsd, line.billedNanoUsd];
  // Lines in USD are as they were before there were others: so are their digests.
  const foreign = line.currency === undefined ? [] : [line.currency, line.billedNano ?? null];
  return [...words, description, category, quantity ?? null, unit ?? null, ...money, ...foreign];
}
