import type { BillLine } from '../analysis/reconciliation/billLine.ts';

/** A line as its table has it, without the revision. */
export function lineRow(line: BillLine): (string | bigint | null)[] {
  const { day, through, account, model, tier, component, description, category, quantity, unit } = line;
  const words = [day, through ?? null, account ?? null, model ?? null, tier ?? null, component ?? null];
  const money = [line.listNanoUsd ?? null, line.effectiveNanoUsd, line.billedNanoUsd];
  return [...words, description, category, quantity ?? null, unit ?? null, ...money];
}
