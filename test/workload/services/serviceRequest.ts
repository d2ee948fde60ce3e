/** One request to a demo service. */
export interface ServiceRequest {
  /** The customer it is served for, from the header `x-tenant`. */
  readonly tenant: string | undefined;
  /** Who asks, from the header `x-user`. */
  readonly user: string | undefined;
  readonly body: Readonly<Record<string, string>>;
  /** Aborts when the caller hangs up. */
  readonly signal: AbortSignal;
  /** Sends a piece of a streamed answer. */
  write(text: string): void;
}
