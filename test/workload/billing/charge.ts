/** What a provider charges for one thing on one UTC day, as its billing system knows it. */
export interface Charge {
  /** Stays the same through corrections. */
  readonly id: string;
  readonly provider: 'openai' | 'anthropic';
  /** UTC, YYYY-MM-DD. */
  readonly day: string;
  /** The project or workspace; null: the default one. */
  readonly account: string | null;
  readonly apiKey: string | null;
  /** null: no call of a model, such as storage. */
  readonly model: string | null;
  readonly tier: 'default' | 'batch' | 'priority';
  readonly component:
    'input' | 'cache_read' | 'cache_write_5m' | 'cache_write_1h' | 'output' | 'web_search' | 'storage';
  /** Tokens or uses. */
  readonly quantity: number;
  /** After discounts, nano-USD. */
  readonly nanoUsd: bigint;
  readonly listNanoUsd: bigint;
  /** From when on the API tells of it (ms): usage comes late, and corrections later. */
  readonly knownMs: number;
}
