export const CALL_TIMES = ['1h', '24h', '7d'] as const;

/** When calls were made: up to now, or UTC days of one's own (`YYYY-MM-DD`, both included), today as well. */
export type CallTime = (typeof CALL_TIMES)[number] | { readonly from: string; readonly to: string };
