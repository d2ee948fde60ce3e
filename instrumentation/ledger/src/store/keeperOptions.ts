import type { PriceBook } from '@ai-finops/instrumentation/pricing';

export interface KeeperOptions {
  readonly prices: PriceBook;
  /** The teams of features. */
  readonly teams?: ReadonlyMap<string, string>;
  readonly retentionDays: number;
  /** The features of services, by `service.name`, for calls of others that name no feature. */
  readonly services?: ReadonlyMap<string, string> | undefined;
  /** How far a call may start ahead of the ledger's clock. */
  readonly maxSkewMs: number;
  readonly now: () => number;
}
