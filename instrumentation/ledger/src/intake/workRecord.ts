/**
 * What is read from elsewhere by day: what a feature's units were worth and what a tenant paid, in nano-USD, and how many
 * people used a feature in the 30 days that end with the day.
 */
type ReadingKind = 'value' | 'revenue' | 'users';

/** What work is booked under, cleaned and bounded. */
export interface WorkLabels {
  readonly kind: 'outcome' | 'quality' | 'turnaround' | 'prefix' | ReadingKind;
  readonly feature: string;
  readonly team: string;
  readonly request_type: string;
  /** The model that was judged; '' for outcomes and where nobody said. */
  readonly model: string;
  readonly environment: string;
  /**
   * The unit of an outcome and of a value, the evaluator of a judgement, the tenant of a revenue, the bucket of a
   * turnaround, the provider of a prefix.
   */
  readonly name: string;
}

/** Units of work done, the judgement of an answer, how long a batch took, or what of a prompt repeats. */
export interface WorkRecord {
  /** Trace id and span id, 24 bytes: with the time what makes booking idempotent. */
  readonly key: Buffer;
  /** µs since the epoch; its UTC day is the day it is booked on. */
  readonly atUs: number;
  readonly labels: WorkLabels;
  readonly tenant: string;
  /** Of a prefix its salted hash. */
  readonly task: string;
  /** Units; of a judgement its score in millionths; of a turnaround ms; of a prefix bytes; of money nano-USD. */
  readonly amount: number | bigint;
  /** What units were worth together, nano-USD, where the service said so: booked beside them. */
  readonly valueNanoUsd?: bigint | undefined;
  /** A call told of it beside itself: the calls are what is counted as received, booked or refused. */
  readonly isToldByCall?: true;
}
