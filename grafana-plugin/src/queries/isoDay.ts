/** The UTC day that holds `atMs`, as the ledger, URLs and files name it: `2026-11-23`. */
export const isoDay = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
