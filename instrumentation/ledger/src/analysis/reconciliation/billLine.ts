/** What a charge is, in FOCUS's words, lower case. Only `usage` is held against what telemetry counted. */
export type ChargeCategory = 'usage' | 'purchase' | 'tax' | 'credit' | 'adjustment';

/**
 * One charge of a provider's bill on one UTC day, in normal form. What a bill does not say is undefined, never guessed:
 * a bill without quantities has none here. Amounts are whole nano-USD (amounts in another currency keep theirs beside
 * the converted ones); credits and refunds are negative.
 */
export interface BillLine {
  /** UTC, YYYY-MM-DD. A charge for a longer time stands on its first day and says so in `through`. */
  readonly day: string;
  /** Last UTC day the charge covers, where it is for more than one. */
  readonly through?: string;
  /** As the books name it: `openai`, `anthropic`, `aws.bedrock`, `gcp.vertex_ai`, `azure.ai.openai`, … */
  readonly provider: string;
  /** The account, project, workspace or key label as the owners file maps it, so that it equals the books' account. */
  readonly account?: string;
  readonly model?: string;
  /** `default`, `batch`, `flex`, `priority`, …: the books' service tier. */
  readonly tier?: string;
  /** A billing component of the books (`input`, `cache_read`, `output`, `web_search`, …), where the line is for one. */
  readonly component?: string;
  /** What the provider calls the line, as it came. */
  readonly description: string;
  readonly category: ChargeCategory;
  /** In whole units of the component: tokens, searches, seconds. */
  readonly quantity?: bigint;
  readonly unit?: string;
  readonly listNanoUsd?: bigint;
  /** After negotiated discounts and amortised commitments: what an estimate is compared with. */
  readonly effectiveNanoUsd: bigint;
  /** What the invoice charges. */
  readonly billedNanoUsd: bigint;
  /** The bill's currency, where it is not USD, and what it charges in nano-units of it. */
  readonly currency?: string;
  readonly billedNano?: bigint;
}

/** How far a provider's month is settled. */
export type BillState = 'open' | 'provisional' | 'final';
