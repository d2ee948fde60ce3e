import type { PriceOverlay } from '@ai-finops/instrumentation/pricing';
import type { MessagePort } from 'node:worker_threads';
import type { TraceBody } from '../intake/traceBody.ts';
import type { TraceOutcome } from '../intake/traceOutcome.ts';
import type { AnomalyRun } from './anomalyRow.ts';
import type { CommitDelta } from './commitDelta.ts';
import type { EventDay } from './eventDay.ts';
import type { ReadingBatch } from './reading.ts';
import type { RecordEntry, RecordOutcome } from './recordEntry.ts';

/** What the store's thread is started with. */
export interface StoreSettings {
  readonly path: string;
  /** List prices alone where it is left out. */
  readonly overlay: PriceOverlay | undefined;
  /** The teams of features, for calls that name none. */
  readonly teams: ReadonlyMap<string, string>;
  /** The features of services, for calls of other instrumentations that name none. */
  readonly services?: ReadonlyMap<string, string> | undefined;
  readonly retentionDays: number;
  readonly maxSkewMs: number;
  readonly maxInflatedBytes: number;
}

export type StoreSetup = StoreSettings & { readonly port: MessagePort };

/** Main thread to store. */
export type StoreRequest =
  | { readonly kind: 'append'; readonly id: number; readonly body: TraceBody }
  | { readonly kind: 'anomalies'; readonly id: number; readonly runs: readonly AnomalyRun[] }
  | {
      readonly kind: 'teams';
      readonly id: number;
      readonly teams: ReadonlyMap<string, string>;
      readonly services?: ReadonlyMap<string, string> | undefined;
    }
  | { readonly kind: 'close'; readonly id: number; readonly days: readonly EventDay[] }
  | { readonly kind: 'readings'; readonly id: number; readonly batch: ReadingBatch }
  | { readonly kind: 'record'; readonly id: number; readonly entry: RecordEntry }
  | { readonly kind: 'prune' | 'probe' | 'stop'; readonly id: number };

/** Counts of what was read from bodies, booked or not. */
export interface ReadCounts {
  readonly received: number;
  readonly shown: number;
  readonly foreign: number;
  readonly superseded: number;
}

/** What becomes of one body. */
export interface CommittedAnswer {
  readonly id: number;
  readonly outcome: TraceOutcome;
}

/** Store to main thread. Answers and the delta of one commit travel together: a counter never rises before the disk. */
export type StoreReply =
  | {
      readonly kind: 'committed';
      readonly answers: readonly CommittedAnswer[];
      readonly read: ReadCounts;
      readonly delta: CommitDelta | undefined;
    }
  | { readonly kind: 'recorded'; readonly id: number; readonly outcome: RecordOutcome }
  | { readonly kind: 'done'; readonly id: number; readonly error: string | undefined };
