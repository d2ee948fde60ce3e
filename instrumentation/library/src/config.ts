import type { AttributionDefaults } from './attribution/index.ts';
import type { ProviderEndpoint } from './capture/index.ts';

/** The configuration in force, validated. */
export interface Config {
  readonly tracesUrl: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly endpoints: readonly ProviderEndpoint[];
  /** Account name by key fingerprint. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly defaults: AttributionDefaults;
  /** Record the conventions' client metrics through the application's meter. */
  readonly clientMetrics: boolean;
  /** Carry attribution between services, as W3C baggage. */
  readonly carryBaggage: boolean;
  readonly allowEmailTenants: boolean;
  /** Measure how much of prompts stays the same. */
  readonly measurePrefixes: boolean;
  /** Guard the global fetch from the start, so that clients made before the first budget are held to it, too. */
  readonly guardBudgets: boolean;
  readonly startSdk: boolean;
  readonly maxQueueBytes: number;
  /** Only where it was set in so many words. */
  readonly serviceName: string | undefined;
  readonly resource: ReadonlyMap<string, string>;
  /** What was wrong, in sentences that say what holds instead. */
  readonly problems: readonly string[];
}
