import type { BillLine } from '../../../instrumentation/ledger/src/analysis/reconciliation/billLine.ts';
import type { Seeded } from '../forecast/seeded.ts';
import { counted } from './counted.ts';
import { scaled } from './scaled.ts';

/** Each day of the bill lacks its first hours, and has those of the day after. */
export function shiftedDays(lines: readonly BillLine[], random: Seeded): BillLine[] {
  const early = new Map<string, bigint>();
  const key = ({ account, model, component, day }: BillLine, ahead: number) =>
    JSON.stringify([account, model, component, Number(day.slice(-2)) + ahead]);
  for (const line of lines) {
    early.set(key(line, 0), scaled(line.quantity ?? 0n, random.between(0.2, 0.4)));
  }
  return lines.map((line) => {
    const next = early.get(key(line, 1)) ?? scaled(line.quantity ?? 0n, random.between(0.1, 0.6));
    return counted(line, (line.quantity ?? 0n) - (early.get(key(line, 0)) ?? 0n) + next);
  });
}
