import type { Bounded } from './lever.ts';

/** What could be saved in one scope by one lever; USD a month. */
export interface Opportunity {
  readonly lever:
    | 'prompt_caching'
    | 'tier_routing'
    | 'batch_shifting'
    | 'prompt_economics'
    | 'retries'
    | 'contract'
    | 'idle_commitment';
  /** Of a contract and a commitment the provider alone. */
  readonly scope: Readonly<Partial<Record<'feature' | 'requestType' | 'provider' | 'model', string>>>;
  readonly serviceTier: string;
  /** `needs_evaluation`: nobody judged the smaller model here; `needs_offer`: nobody offered a discount. Both are in no total. */
  readonly state: 'counted' | 'needs_evaluation' | 'needs_offer';
  readonly monthly: Bounded;
  readonly effort: 'days' | 'weeks';
  readonly working: string;
}

/** The ledger's ideas, ranked; nothing is in the total twice. */
export interface Opportunities {
  /** UTC days they were found in; null before the first closed one. */
  readonly from: string | null;
  readonly through: string | null;
  readonly spentUsdPerMonth: number;
  readonly total: Bounded;
  readonly opportunities: readonly Opportunity[];
  /** How many more there are. */
  readonly left: number;
}
