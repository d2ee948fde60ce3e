import type { BilledUsage } from '../../workload/providers/billedUsage.ts';

/** A provider's answer as recorded, and what it billed. */
export interface RecordedAnswer {
  /** Below `recordedUrl`. */
  readonly path: string;
  readonly contentType: 'application/json' | 'text/event-stream';
  /** Written one by one. */
  readonly writes: readonly string[];
  readonly truth: {
    readonly id: string;
    readonly provider: string;
    readonly requestModel: string;
    readonly model: string;
    readonly usage: BilledUsage;
    readonly serviceTier: string;
  };
}
