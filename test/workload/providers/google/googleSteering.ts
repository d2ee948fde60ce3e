import type { GoogleBill } from './googleBill.ts';

/** How the simulator answers one call: JSON in the `x-sim` header. */
export interface GoogleSteering extends Partial<GoogleBill> {
  readonly status?: number;
  readonly trafficType?: string;
  readonly serviceTier?: string;
  readonly searches?: readonly string[];
  readonly blocked?: boolean;
  readonly deltas?: number;
  readonly hangAfter?: number;
  readonly cutAfter?: number;
  readonly modelVersion?: string;
}
