/** Everything may be left out: the environment, then the defaults, fill it. */
export interface InstrumentOptions {
  /** Base URL of the ledger or Collector; records go to `<endpoint>/v1/traces`. AI_FINOPS_ENDPOINT. */
  readonly endpoint?: string | undefined;
  /** HTTP headers of our requests, e.g. a token. AI_FINOPS_HEADERS: `name=value,…`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** More provider endpoints: `host[:port][/path-prefix]=provider,…`. AI_FINOPS_PROVIDERS. */
  readonly providers?: string | undefined;
  /** Names of API keys by fingerprint: `name=fingerprint,…`. AI_FINOPS_ACCOUNTS. */
  readonly accounts?: string | undefined;
  /** What all calls of this service are for unless `withAttribution` says otherwise. AI_FINOPS_FEATURE, … */
  readonly feature?: string | undefined;
  readonly team?: string | undefined;
  readonly tenant?: string | undefined;
  readonly requestType?: string | undefined;
  /** Keep tenants that look like e-mail addresses as they are. AI_FINOPS_EMAIL_TENANTS=allow. */
  readonly allowEmailTenants?: boolean | undefined;
  /** The conventions' `gen_ai.client.*` metrics, where the application has a meter; on. AI_FINOPS_METRICS=off. */
  readonly clientMetrics?: boolean | undefined;
  /** Record users, hashed or as they are. AI_FINOPS_USERS. */
  readonly users?: 'off' | 'hash' | 'allow' | undefined;
  /** Carry attribution to and from other services as W3C baggage. AI_FINOPS_BAGGAGE=on. */
  readonly carryBaggage?: boolean | undefined;
  /**
   * Measure how many bytes of a prompt's start stay the same from request to request, with a salted hash that means nothing
   * outside this process; never any text; off. AI_FINOPS_PROMPT_PREFIX=on.
   */
  readonly measurePrefixes?: boolean | undefined;
  /** Guard the global fetch from the start, not from the first `withBudget` on. AI_FINOPS_BUDGETS=on. */
  readonly guardBudgets?: boolean | undefined;
  /** Start an OpenTelemetry SDK where the service has none. AI_FINOPS_SDK=off wins. */
  readonly startSdk?: boolean | undefined;
  /** Bytes of records held while the ledger cannot be reached; 32 MiB. AI_FINOPS_QUEUE_BYTES. */
  readonly maxQueueBytes?: number | undefined;
  readonly serviceName?: string | undefined;
  readonly environment?: string | undefined;
}
