import type { BillLine } from '../analysis/reconciliation/billLine.ts';

/** A provider's month as one import tells of it. */
export interface BillMonth {
  readonly provider: string;
  readonly month: string;
  readonly lines: readonly BillLine[];
}

const KEYS = [
  'day',
  'through',
  'account',
  'model',
  'tier',
  'component',
  'description',
  'category',
  'unit',
  'currency',
] as const;

/**
 * Adds lines up by day and words, so that a bill by the hour and resource takes the room of one by the day. Quantities
 * and list prices are known of a sum only where all of its lines have them.
 */
export class BillMonths {
  private readonly months = new Map<string, Map<string, BillLine>>();

  /** @param month whose bill it stands on, YYYY-MM */
  add(line: BillLine, month: string = line.day.slice(0, 7)): void {
    const name = `${line.provider}\n${month}`;
    const lines = this.months.get(name) ?? new Map<string, BillLine>();
    this.months.set(name, lines);
    const key = JSON.stringify(KEYS.map((column) => line[column] ?? null));
    const found = lines.get(key);
    lines.set(key, found === undefined ? line : added(found, line));
  }

  /** By provider and month, earliest first. */
  all(): readonly BillMonth[] {
    return [...this.months]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, lines]) => {
        const [provider = '', month = ''] = name.split('\n');
        return { provider, month, lines: [...lines.values()] };
      });
  }
}

function added(a: BillLine, b: BillLine): BillLine {
  const { quantity: _quantity, listNanoUsd: _list, ...rest } = a;
  return {
    ...rest,
    ...(a.quantity !== undefined && b.quantity !== undefined && { quantity: a.quantity + b.quantity }),
    ...(a.listNanoUsd !== undefined && b.listNanoUsd !== undefined && { listNanoUsd: a.listNanoUsd + b.listNanoUsd }),
    effectiveNanoUsd: a.effectiveNanoUsd + b.effectiveNanoUsd,
    billedNanoUsd: a.billedNanoUsd + b.billedNanoUsd,
    ...(a.billedNano !== undefined && { billedNano: a.billedNano + (b.billedNano ?? 0n) }),
  };
}
