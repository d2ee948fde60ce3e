import type { BillLine } from './billLine.ts';
import type { EstimateCell } from './estimateCell.ts';
import { groupUsage } from './groupUsage.ts';
import type { CellKey } from './reconciledCell.ts';
import { sumOf } from './sumOf.ts';

/** What bill and books say of a cell for one UTC day, or of the bill for several. */
export interface CellDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Last day of a charge for several; the books' days stand apart from it, each on its own. */
  readonly through: string | undefined;
  /** undefined: the row is of a charge for several days. */
  readonly estimateNanoUsd: bigint | undefined;
  readonly estimateQuantity: bigint | undefined;
  /** undefined: the day has no charge of its own, one for several days covers it. */
  readonly effectiveNanoUsd: bigint | undefined;
  /** undefined: as above, or the bill does not tell it. */
  readonly billQuantity: bigint | undefined;
}

/**
 * A reconciled cell by day, earliest first: what there is adds up to the cell. None where no cell has this key.
 *
 * @param estimates of the cell's provider and month, as `reconcile` takes them
 */
export function cellDays(
  estimates: readonly EstimateCell[],
  lines: readonly BillLine[],
  key: CellKey
): readonly CellDay[] {
  const group = groupUsage(estimates, lines).groups.find(
    ({ account, model, component }) => account === key.account && model === key.model && component === key.component
  );
  if (group === undefined) {
    return [];
  }
  const long = group.lines.filter(({ through }) => through !== undefined);
  const short = group.lines.filter(({ through }) => through === undefined);
  const days = [...new Set([...group.estimates, ...short].map(({ day }) => day))].map((day): CellDay => {
    const own = short.filter((line) => line.day === day);
    const counted = group.estimates.filter((cell) => cell.day === day);
    const isCovered = own.length === 0 && long.some((line) => line.day <= day && day <= (line.through ?? ''));
    return {
      day,
      through: undefined,
      estimateNanoUsd: sumOf(counted, ({ costNanoUsd }) => costNanoUsd),
      estimateQuantity: sumOf(counted, ({ quantity }) => quantity),
      effectiveNanoUsd: isCovered ? undefined : sumOf(own, ({ effectiveNanoUsd }) => effectiveNanoUsd),
      billQuantity: isCovered ? undefined : quantityOf(own),
    };
  });
  const spans = [...Map.groupBy(long, ({ day, through }) => `${day} ${through}`).values()].map((own): CellDay => {
    const [first] = own;
    return {
      day: first?.day ?? '',
      through: first?.through,
      estimateNanoUsd: undefined,
      estimateQuantity: undefined,
      effectiveNanoUsd: sumOf(own, ({ effectiveNanoUsd }) => effectiveNanoUsd),
      billQuantity: quantityOf(own),
    };
  });
  return [...spans, ...days].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

const quantityOf = (lines: readonly BillLine[]): bigint | undefined =>
  lines.every(({ quantity }) => quantity !== undefined) ? sumOf(lines, ({ quantity = 0n }) => quantity) : undefined;
