/** What one UTC day cost: whole days since the epoch, USD. Several rows of one day add up, so adjustments are rows too. */
export interface DailyCost {
  readonly day: number;
  readonly usd: number;
}
