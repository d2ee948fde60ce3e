/** Nano-USD of the ledger as USD. */
export const usdOf = (nanoUsd: string): number => Number(nanoUsd) / 1e9;
