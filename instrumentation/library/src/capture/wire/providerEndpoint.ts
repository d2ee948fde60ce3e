/** Where a provider is reached. */
export interface ProviderEndpoint {
  /** `gen_ai.provider.name`. */
  readonly provider: string;
  /** Host in lower case, with the port unless it is the scheme's own; `*` in front stands for one or more characters. */
  readonly host: string;
  /** What its paths begin with, without a slash at the end; empty for all. */
  readonly pathPrefix: string;
}
