import { askLedger, type LedgerAnswer } from './askLedger.ts';
import { listIn } from './listIn.ts';
import type { MatchedCell } from './reconciliation.ts';

/** A cell on one UTC day, or a charge of it for several; what is null there stands in other rows. Nano-USD as text. */
export interface CellDay {
  readonly day: string;
  readonly through: string | null;
  readonly estimateNanoUsd: string | null;
  readonly estimateQuantity: string | null;
  readonly effectiveNanoUsd: string | null;
  readonly billQuantity: string | null;
}

/** The days of a reconciled cell, which add up to it. */
export async function loadCellDays(
  month: string,
  provider: string,
  cell: Pick<MatchedCell, 'account' | 'model' | 'component'>,
  signal?: AbortSignal
): Promise<LedgerAnswer<readonly CellDay[]>> {
  const { account, model, component } = cell;
  const told = Object.entries({ account, model, component }).filter((one): one is [string, string] => one[1] !== null);
  return listIn<CellDay>(
    await askLedger('reconciliation/days', { month, provider, ...Object.fromEntries(told) }, signal),
    'days'
  );
}
