import type { BedrockBill } from './bedrockBill.ts';

/**
 * How the simulator answers one call: JSON under `sim` in `requestMetadata` (Converse) or in the body (InvokeModel).
 */
export interface BedrockSteering extends Partial<BedrockBill> {
  /** HTTP statuses of the first attempts. */
  readonly failures?: readonly number[];
  readonly serviceTier?: string;
  readonly latency?: string;
  /** Text events of a stream. */
  readonly deltas?: number;
  /** The connection is cut, or the stream left hanging, after this many events. */
  readonly cutAfter?: number;
  readonly hangAfter?: number;
  /** The stream ends in this exception. */
  readonly exception?: string;
  readonly routedTo?: string;
}
