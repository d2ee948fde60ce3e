import { UNALLOCATED, UNSPECIFIED_ENVIRONMENT } from '@ai-finops/instrumentation/contract';
import { randomBytes } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { WorkRecord } from '../intake/workRecord.ts';
import { DAY_MS, type EventDay } from './eventDay.ts';
import type { Reading, ReadingBatch } from './reading.ts';

const KEY_BYTES = 24;

/**
 * Turns readings into work to be booked: what is missing of, or too much in, the books of the day, so that the day then
 * holds what the source said. Reading it again books nothing, and what services recorded themselves is not counted twice.
 * Works inside the commit of the keeper, which books nothing else in it.
 */
export class ReadingWriter {
  private readonly newest: StatementSync;
  private readonly keep: StatementSync;
  private readonly booked: StatementSync;

  constructor(database: DatabaseSync) {
    this.newest = database.prepare(
      `SELECT seq, amount, source FROM reading
       WHERE day = ? AND kind = ? AND feature = ? AND name = ? ORDER BY seq DESC LIMIT 1`
    );
    this.keep = database.prepare('INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.booked = database.prepare(
      `SELECT coalesce(sum(b.amount), 0) AS amount FROM work_book b JOIN work_series s ON s.id = b.series
       WHERE b.for_day = ?1 AND b.day >= ?1 AND s.kind = ?2 AND s.feature = ?3 AND s.name = ?4`
    );
    this.newest.setReadBigInts(true);
    this.booked.setReadBigInts(true);
  }

  /**
   * What has to be booked for readings; nothing where the books hold it already, or there was nothing to read.
   *
   * @param isBooked whether anything of that µs is
   */
  take({ source, readings }: ReadingBatch, nowMs: number, isBooked: (us: number) => boolean): WorkRecord[] {
    const last = new Map(readings.map((one) => [JSON.stringify([one.day, one.kind, one.feature, one.name]), one]));
    return [...last.values()]
      .filter(({ day }) => isBooked(lastUs(day)))
      .flatMap((reading) => this.missing(reading, source, nowMs) ?? []);
  }

  private missing(reading: Reading, source: string, nowMs: number): WorkRecord | undefined {
    const { day, kind, feature, name, amount } = reading;
    const last = this.newest.get(day, kind, feature, name);
    if (last === undefined || last['amount'] !== (amount ?? null) || last['source'] !== source) {
      const seq = Number(last?.['seq'] ?? 0) + 1;
      this.keep.run(day, kind, feature, name, seq, nowMs, amount ?? null, source);
    }
    if (amount === undefined) {
      return undefined;
    }
    const missing = amount - (this.booked.get(day, kind, feature, name)?.['amount'] as bigint);
    return missing === 0n ? undefined : workOf(reading, missing);
  }
}

function workOf({ day, kind, feature, name }: Reading, amount: bigint): WorkRecord {
  return {
    key: randomBytes(KEY_BYTES),
    atUs: lastUs(day),
    labels: {
      ...{ kind, feature, name },
      ...{ team: UNALLOCATED, request_type: UNALLOCATED, model: '', environment: UNSPECIFIED_ENVIRONMENT },
    },
    tenant: UNALLOCATED,
    task: '',
    amount,
  };
}

/** It is read when the day is over. */
function lastUs(day: EventDay): number {
  return (day + 1) * DAY_MS * 1_000 - 1;
}
