import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Refusals } from '../intake/refusal.ts';
import type { CommitDelta } from '../store/commitDelta.ts';
import type { ReadCounts } from '../store/storeMessage.ts';

export interface LedgerMetrics {
  committed(delta: CommitDelta): void;
  read(counts: ReadCounts): void;
  refused(refusals: Refusals): void;
  responded(httpStatus: number): void;
  /** A day was asked for where the owners file says outcomes, values, users or revenue are. */
  readOutside(result: 'read' | 'gap' | 'failed'): void;
  /** An export for the warehouse ended, with so many calls written; undefined where it failed. */
  exported(calls: number | undefined): void;
}

/** The ledger's metrics about itself; they start at 0 with the process. */
export function createLedgerMetrics(registry: Registry, bytesInFlight: () => number): LedgerMetrics {
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter<Label>({ name: `ai_finops_ledger_${name}_total`, help, labelNames: [...labelNames], registers });
  const received = counter('spans_received', 'Spans read from well-formed requests.');
  const booked = counter('spans_booked', 'Records booked: calls, outcomes, judgements.');
  const duplicates = counter('spans_duplicate', 'Records that were booked before.');
  const ignored = counter(
    'spans_ignored',
    'Spans that are not booked: shown, no call of a model, told by a record of ours, or by a call below them.',
    ['scope']
  );
  const takenBack = counter('calls_taken_back', 'Calls booked and taken back: a call below them tells of the same.');
  const refused = counter('spans_refused', 'Records refused with partial success.', ['reason']);
  const mismatches = counter('estimate_mismatches', 'Calls whose list estimate by the library differs from ours.');
  const requests = counter('intake_requests', 'Requests to the intake by HTTP status.', ['code']);
  const commits = new Histogram({
    name: 'ai_finops_ledger_commit_duration_seconds',
    help: 'Time to price, insert and sync one commit, seconds.',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  new Gauge({
    name: 'ai_finops_ledger_in_flight_bytes',
    help: 'Request bodies held and not yet answered, bytes.',
    registers,
    collect() {
      this.set(bytesInFlight());
    },
  });
  const readings = counter('outside_readings', 'Days read where the owners file says, by result.', ['result']);
  const exports = counter('exports', 'Runs of the scheduled export by result.', ['result']);
  const exportedCalls = counter('exported_calls', 'Calls written by the scheduled export.');
  const exportedAt = new Gauge({
    name: 'ai_finops_ledger_export_success_timestamp_seconds',
    help: 'When the scheduled export last succeeded; 0 where it has not yet, or there is none.',
    registers,
  });
  (['read', 'gap', 'failed'] as const).forEach((result) => readings.inc({ result }, 0));
  (['ok', 'failed'] as const).forEach((result) => exports.inc({ result }, 0));
  (['shown', 'foreign', 'superseded', 'covered'] as const).forEach((scope) => ignored.inc({ scope }, 0));
  (['invalid_ids', 'invalid_work', 'invalid_points', 'outside_retention', 'ahead_of_clock'] as const).forEach(
    (reason) => refused.inc({ reason }, 0)
  );

  return {
    committed(delta) {
      booked.inc(delta.booked + delta.work.booked);
      duplicates.inc(delta.duplicates + delta.work.duplicates);
      ignored.inc({ scope: 'covered' }, delta.covered);
      takenBack.inc(delta.takenBack);
      mismatches.inc(delta.estimateMismatches);
      commits.observe(delta.seconds);
    },
    read(counts) {
      received.inc(counts.received);
      ignored.inc({ scope: 'shown' }, counts.shown);
      ignored.inc({ scope: 'foreign' }, counts.foreign);
      ignored.inc({ scope: 'superseded' }, counts.superseded);
    },
    refused(refusals) {
      Object.entries(refusals).forEach(([reason, spans]) => refused.inc({ reason }, spans));
    },
    readOutside(result) {
      readings.inc({ result });
    },
    exported(calls) {
      exports.inc({ result: calls === undefined ? 'failed' : 'ok' });
      if (calls !== undefined) {
        exportedCalls.inc(calls);
        exportedAt.setToCurrentTime();
      }
    },
    responded(httpStatus) {
      requests.inc({ code: String(httpStatus) });
    },
  };
}
