import type { BillLine } from './billLine.ts';
import type { EstimateCell } from './estimateCell.ts';
import type { CellKey } from './reconciledCell.ts';

/** What bill and books say of one account, model and component of the month. */
export interface CellGroup extends CellKey {
  readonly estimates: EstimateCell[];
  readonly lines: BillLine[];
}

const KEYS = ['account', 'model', 'component'] as const;

/**
 * Brings the usage of a bill and the books to the finest cells that both can tell apart: what one line of the bill does
 * not say, no cell of the month is told apart by. Lines without a model beside ones that have it are no calls (storage,
 * training, hosting) and come apart.
 */
export function groupCells(
  estimates: readonly EstimateCell[],
  usage: readonly BillLine[]
): { readonly groups: readonly CellGroup[]; readonly noCalls: readonly BillLine[] } {
  const hasModels = usage.some(({ model }) => model !== undefined);
  const calls = hasModels ? usage.filter(({ model }) => model !== undefined) : usage;
  const told = KEYS.filter((key) => calls.every((line) => line[key] !== undefined));
  const groups = new Map<string, CellGroup>();
  const groupOf = (of: Readonly<Partial<CellKey>>): CellGroup => {
    const key = Object.fromEntries(KEYS.map((name) => [name, told.includes(name) ? of[name] : undefined]));
    const id = JSON.stringify(key);
    const found = groups.get(id) ?? { ...(key as unknown as CellKey), estimates: [], lines: [] };
    groups.set(id, found);
    return found;
  };
  estimates.forEach((cell) => groupOf(cell).estimates.push(cell));
  calls.forEach((line) => groupOf(line).lines.push(line));
  return {
    groups: [...groups.values()],
    noCalls: hasModels ? usage.filter(({ model }) => model === undefined) : [],
  };
}
