/** Whole closed days that end with the last closed one, a calendar month, or days of one's own (`YYYY-MM-DD`, both included). */
export type Period = NamedPeriod | { readonly from: string; readonly to: string };

export const NAMED_PERIODS = ['yesterday', '7d', '30d', '90d', 'month', 'last-month'] as const;

export type NamedPeriod = (typeof NAMED_PERIODS)[number];
