export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** USD. */
export interface Bounded {
  readonly usd: number;
  readonly low: number;
  readonly high: number;
}

export type LeverVerdict =
  'working' | 'not_proven' | 'harmful' | 'too_early' | 'not_separable' | 'no_data' | 'withdrawn';

/** An entry of a recorded optimization, as the ledger keeps it. */
export interface EventEntry {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly action: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by: { readonly name: string };
  readonly note?: string | undefined;
  readonly record: Readonly<Record<string, string>>;
}

/** A recorded optimization and what it did. */
export interface Lever {
  /** What a router is told. */
  readonly state: 'on' | 'flip_back';
  readonly event: EventEntry;
  readonly impact: {
    readonly state: LeverVerdict;
    readonly reason: string;
    readonly daysAfter: number;
    readonly moreDays: number;
    readonly effect: Share | null;
    readonly saved: Bounded | null;
    readonly annual: Bounded | null;
    /** Features or models it was measured against. */
    readonly control?: readonly string[];
  };
  readonly quality: {
    readonly state: 'keep' | 'watch' | 'flip_back' | 'unknown';
    readonly before: number | null;
    readonly after: number | null;
    readonly evidence: string;
    readonly bar: number | null;
  };
  /** Of batches, hours; absent from older ledgers, null where it is no matter of batches. */
  readonly turnaround?: {
    readonly state: 'keep' | 'watch' | 'flip_back' | 'unknown';
    readonly before: number | null;
    readonly after: number | null;
    readonly evidence: string;
    readonly bar: number | null;
  } | null;
}

export interface Levers {
  readonly levers: readonly Lever[];
  readonly saved: Bounded;
  readonly annual: Bounded;
  readonly expectedUsdPerYear: number;
}

/** One UTC day of an event's scope. */
export interface LeverDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** At one price and mix. */
  readonly usdPerRequest: number;
  readonly requests: number;
}

export interface LeverDetail extends Lever {
  readonly days: readonly LeverDay[];
  /** Every entry of the record, latest first. */
  readonly history: readonly EventEntry[];
}
