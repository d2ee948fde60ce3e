import type { BillLine } from './billLine.ts';
import type { EstimateCell } from './estimateCell.ts';
import type { CellKey } from './reconciledCell.ts';

/** What bill and books say of one account, model and component of the month. */
export interface CellGroup extends CellKey {
  readonly estimates: EstimateCell[];
  readonly lines: BillLine[];
}

const KEYS = ['account', 'model', 'component'] as const;

/** What a bill may count into another component. */
const COARSER: Readonly<Record<string, string>> = {
  reasoning: 'output',
  cache_write_5m: 'cache_write',
  cache_write_1h: 'cache_write',
};

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
  const billed = new Set(calls.map(({ component }) => component));
  const asBilled = ({ component }: EstimateCell) => {
    const coarser = COARSER[component];
    return !billed.has(component) && coarser !== undefined && billed.has(coarser) ? coarser : component;
  };
  estimates.forEach((cell) => groupOf({ ...cell, component: asBilled(cell) }).estimates.push(cell));
  calls.forEach((line) => groupOf(line).lines.push(line));
  return {
    groups: [...groups.values()],
    noCalls: hasModels ? usage.filter(({ model }) => model === undefined) : [],
  };
}
