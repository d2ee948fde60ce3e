import type { CauseCode } from '@ai-finops/ledger/analysis';
import type { CellDay } from '../../data/loadCellDays.ts';
import type { MatchedCell, ProviderBill } from '../../data/reconciliation.ts';
import { cellWords } from './cellWords.ts';

/** A line of the table: a cell, a charge that no call explains, or a day of a cell. null: it stands in another line. */
export interface CellRow {
  readonly name: string;
  readonly provider: string;
  /** undefined: a charge. */
  readonly cell: Pick<MatchedCell, 'account' | 'model' | 'component'> | undefined;
  readonly day: Pick<CellDay, 'day' | 'through'> | undefined;
  readonly estimateNanoUsd: string | null;
  readonly billNanoUsd: string | null;
  /** null where it is not told, or there is none to tell. */
  readonly estimateQuantity: string | null;
  readonly billQuantity: string | null;
  readonly causes: readonly CauseCode[];
}

/** All that a provider's bill charges, cell by cell, then charges by what the bill calls them: it adds up to the bill. */
export function billRows({ provider, cells, charges }: ProviderBill): readonly CellRow[] {
  const byName = Map.groupBy(charges, ({ description }) => description);
  return [
    ...cells.map((cell) => ({
      name: `${provider} · ${cellWords(cell)}`,
      provider,
      cell,
      day: undefined,
      estimateNanoUsd: cell.estimateNanoUsd,
      billNanoUsd: cell.effectiveNanoUsd,
      estimateQuantity: cell.estimateQuantity,
      billQuantity: cell.billQuantity,
      causes: cell.parts.map(({ cause }) => cause),
    })),
    ...[...byName].map(([description, own]) => ({
      name: `${provider} · ${description} (charge)`,
      provider,
      cell: undefined,
      day: undefined,
      estimateNanoUsd: '0',
      billNanoUsd: String(own.reduce((sum, { nanoUsd }) => sum + BigInt(nanoUsd), 0n)),
      estimateQuantity: null,
      billQuantity: null,
      causes: [...new Set(own.map(({ cause }) => cause))],
    })),
  ];
}

/** A cell's days as lines under it. */
export const dayRows = ({ provider, cell }: CellRow, days: readonly CellDay[]): readonly CellRow[] =>
  days.map(({ day, through, effectiveNanoUsd, ...amounts }) => ({
    name: through === null ? day : `${day} to ${through}, one charge`,
    provider,
    cell,
    day: { day, through },
    ...amounts,
    billNanoUsd: effectiveNanoUsd,
    causes: [],
  }));
