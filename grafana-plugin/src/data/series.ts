/** One Prometheus series as plain rows. Values that are not numbers (NaN, gaps) are left out. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly { readonly atMs: number; readonly value: number }[];
}
