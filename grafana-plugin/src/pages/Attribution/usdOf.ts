/** Nano-USD as USD, for reading: exact to about a millionth of a millionth. */
export const usdOf = (nanoUsd: bigint): number => Number(nanoUsd) / 1e9;
