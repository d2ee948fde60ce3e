import type { CallStatus, Component } from '@ai-finops/instrumentation/contract';

/** A call, as the ledger's API shows it: what Requests needs of it. Money is nano-USD as text. */
export interface Call {
  /** When it started, ISO 8601 to the microsecond. */
  readonly time: string;
  readonly traceId: string;
  readonly spanId: string;
  /** null where that is unknown; `unpriced` says why. */
  readonly costNanoUsd: string | null;
  readonly unpriced: string | null;
  readonly feature: string;
  readonly team: string;
  readonly tenant: string;
  readonly requestType: string;
  readonly provider: string;
  readonly model: string;
  readonly account: string;
  readonly serviceTier: string;
  readonly environment: string;
  readonly requestPath: string | null;
  readonly task: string | null;
  /** By billing component, disjoint; null where usage is unknown. */
  readonly quantities: Readonly<Partial<Record<Component, number>>> | null;
  readonly isPartial: boolean;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly durationMs: number;
  readonly status: CallStatus;
  readonly errorType: string | null;
  /** Why the answer ended, in the provider's word; null where nobody said. */
  readonly stopReason: string | null;
  /** The day it adjusts the books on, where its own was closed already. */
  readonly bookedOn: string | null;
}
