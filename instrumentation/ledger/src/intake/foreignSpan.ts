import type { MoneyRecord } from './moneyRecord.ts';

/** A span of another instrumentation: a call of a model, or a link between calls and what they are part of. */
export interface ForeignSpan {
  /** Trace id and span id, 24 bytes. */
  readonly key: Buffer;
  readonly parentSpanId: Buffer | null;
  /** µs since the epoch. */
  readonly startUs: number;
  /** What it is to be booked as, where no span below it tells of the same call; undefined for a link. */
  readonly call: MoneyRecord | undefined;
  /** `service.name`, '' where nobody said. */
  readonly service: string;
}
