/** Who did it, and how far that can be believed. */
export interface RecordAuthor {
  /** The login; `unverified` where nobody vouches for one. */
  readonly name: string;
  /** Grafana's signature, the word of a caller who showed the API's token, or none. */
  readonly proof: 'signature' | 'token' | 'none';
  /** Who it is whatever the name becomes, such as `user:u000001`. */
  readonly subject?: string | undefined;
}

/** One change of a record. Entries are only added: the newest one of an id is what holds. */
export interface RecordEntry {
  /** `events`, `marks` … */
  readonly kind: string;
  readonly id: string;
  /** 1 for the first entry of an id. */
  readonly version: number;
  readonly action: string;
  /** What the record is after it. */
  readonly state: string;
  readonly atMs: number;
  readonly by: RecordAuthor;
  /** Why it was done. */
  readonly note: string | undefined;
  /** The whole record after it. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** What became of an entry. `conflict`: the version is taken, somebody was faster. */
export type RecordOutcome =
  { readonly kind: 'kept' | 'conflict' } | { readonly kind: 'unavailable'; readonly message: string };
