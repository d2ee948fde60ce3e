import type { BillLine } from './billLine.ts';
import type { EstimateCell } from './estimateCell.ts';
import { groupCells } from './groupCells.ts';
import { modelAliases, type ModelAlias } from './modelAliases.ts';

type Grouped = ReturnType<typeof groupCells> & {
  readonly usage: readonly BillLine[];
  readonly aliases: readonly ModelAlias[];
};

/** The usage of a bill beside the books' estimates, cell by cell, models under the names that the books have for them. */
export function groupUsage(estimates: readonly EstimateCell[], lines: readonly BillLine[]): Grouped {
  const usage = lines.filter(({ category }) => category === 'usage');
  const aliases = modelAliases(
    estimates,
    usage.filter(({ model }) => model !== undefined)
  );
  const counted = usage.map((line) => asCounted(line, aliases));
  return { ...groupCells(estimates, counted), usage, aliases };
}

function asCounted(line: BillLine, aliases: readonly ModelAlias[]): BillLine {
  const alias = aliases.find(
    ({ account, billed }) => billed === line.model && (account === undefined || account === line.account)
  );
  return alias ? { ...line, model: alias.counted } : line;
}
