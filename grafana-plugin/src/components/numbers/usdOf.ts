/** Nano-USD, as text where the ledger wrote them, as USD. */
export const usdOf = (nanoUsd: string | bigint): number => Number(nanoUsd) / 1e9;
