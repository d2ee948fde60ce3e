import { formatUnitCost } from './formatUnitCost.ts';

/** Nano-USD as the ledger writes them, for reading; null is a cost nobody knows. */
export const formatNano = (nanoUsd: string | bigint | null): string =>
  nanoUsd === null ? 'unpriced' : formatUnitCost(Number(nanoUsd) / 1e9);
