import type { TraceBody } from '../intake/traceBody.ts';
import type { TraceOutcome } from '../intake/traceOutcome.ts';
import type { AnomalyRun } from './anomalyRow.ts';
import type { Books } from './books.ts';
import type { EventDay } from './eventDay.ts';
import type { ReadingBatch } from './reading.ts';
import type { RecordEntry, RecordOutcome } from './recordEntry.ts';

/** The books: the one interface between the ledger and where they are kept. */
export interface Store {
  /** Resolves once the body's calls are durable. Idempotent; never rejects. */
  append(body: TraceBody): Promise<TraceOutcome>;
  /** Closes days for good; closing a closed day changes nothing. */
  close(days: readonly EventDay[]): Promise<void>;
  /** Makes days hold what a source outside of telemetry said of them; reading the same again changes nothing. */
  read(batch: ReadingBatch): Promise<void>;
  /** Keeps what was found on some days, beside what was found before. */
  keepAnomalies(runs: readonly AnomalyRun[]): Promise<void>;
  /** Resolves once the entry is durable, or could not be added; never rejects. */
  record(entry: RecordEntry): Promise<RecordOutcome>;
  /** Calls booked from here on that name no team are their feature's, and calls of others their service's feature's. */
  assign(teams: ReadonlyMap<string, string>, services?: ReadonlyMap<string, string>): Promise<void>;
  /** Drops single calls past retention; their sums stay. */
  prune(): Promise<void>;
  /** Rejects while nothing can be written, with the reason. */
  probe(): Promise<void>;
  readonly books: Omit<Books, 'close' | 'countedMonths'>;
  /** Finishes what was appended and lets go of the files. */
  stop(): Promise<void>;
}
