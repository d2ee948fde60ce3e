import type { Answer } from './answer.ts';
import type { DailyCosts } from './dailyCosts.ts';

/** Names and what they cost on the headline's day, the dearest first. */
export type NamedCost = readonly (readonly [name: string, usd: number])[];

/** What the CFO brief prints beside the headline's own numbers. */
export interface Brief {
  readonly features: Answer<NamedCost>;
  readonly teams: Answer<NamedCost>;
  /** The dearest only: there can be thousands. */
  readonly tenants: Answer<NamedCost>;
  /** Of 90 closed days, by feature. */
  readonly cost: Answer<DailyCosts>;
  readonly calls: Answer<DailyCosts>;
  /** USD of the next 90 days at half, expected and double usage, all environments; empty where none is made. */
  readonly quarter: Answer<readonly QuarterScenario[]>;
  /** The quarter is as billed, by the ratio of the last closed days. */
  readonly isQuarterBilled: boolean;
}

interface QuarterScenario {
  readonly scenario: string;
  readonly usd: number;
  readonly low: number;
  readonly high: number;
}
