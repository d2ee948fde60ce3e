import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { WorkLabels, WorkRecord } from '../intake/workRecord.ts';
import type { Dictionary } from './dictionary.ts';
import { DAY_MS, type EventDay } from './eventDay.ts';
import type { WorkRow, WorkSeriesRow } from './workRow.ts';

/** Labels come from the wire: past this many the cache starts over; the table knows them all. */
const MAX_CACHED = 50_000;
const TRACE_BYTES = 16;
const LABELS = ['kind', 'feature', 'team', 'request_type', 'model', 'environment', 'name'] as const;

/** What one commit added. */
export interface WorkDelta {
  readonly series: readonly WorkSeriesRow[];
  readonly rows: readonly WorkRow[];
  readonly booked: number;
  readonly duplicates: number;
}

/** Books outcomes, judgements, turnarounds of batches and prefixes of prompts. Works inside the commit of the keeper, who decides on the day. */
export class WorkWriter {
  private readonly ids = new Map<string, number>();
  private looked: WorkSeriesRow[] = [];
  private sums = new Map<string, WorkRow>();
  private booked = 0;
  private duplicates = 0;
  private readonly seriesOf: StatementSync;
  private readonly insert: StatementSync;
  private readonly add: StatementSync;
  private readonly drop: StatementSync;
  private readonly dictionary: Dictionary;
  private readonly prices: PriceBook;

  constructor(database: DatabaseSync, dictionary: Dictionary, prices: PriceBook) {
    this.dictionary = dictionary;
    this.prices = prices;
    // Writing a value back to itself makes the id come back also where the row is already there.
    this.seriesOf = database.prepare(
      `INSERT INTO work_series (${LABELS.join(', ')}) VALUES (${LABELS.map(() => '?').join(', ')})
       ON CONFLICT DO UPDATE SET kind = kind RETURNING id`
    );
    this.insert = database.prepare('INSERT INTO work VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
    this.add = database.prepare(
      `INSERT INTO work_book VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET records = records + excluded.records, amount = amount + excluded.amount`
    );
    this.drop = database.prepare('DELETE FROM work WHERE at_us < ?');
  }

  /** Books one record on `day`, and beside it what it was worth; one that is already there changes nothing. */
  book(record: WorkRecord, day: EventDay, forDay: EventDay): void {
    const isNew = this.insertRow(record, day, forDay);
    if (record.isToldByCall) {
      return;
    }
    if (!isNew) {
      this.duplicates += 1;
      return;
    }
    this.booked += 1;
    if (record.valueNanoUsd !== undefined) {
      const labels = { ...record.labels, kind: 'value', name: '' } as const;
      this.insertRow({ ...record, key: valueKey(record.key), labels, amount: record.valueNanoUsd }, day, forDay);
    }
  }

  private insertRow(record: WorkRecord, day: EventDay, forDay: EventDay): boolean {
    const series = this.series(this.named(record));
    const tenant = this.dictionary.name(record.tenant);
    const booked = day === forDay ? null : day;
    const { changes } = this.insert.run(
      record.atUs,
      record.key,
      booked,
      series,
      tenant,
      record.task || null,
      record.amount
    );
    if (Number(changes) !== 1) {
      return false;
    }
    const key = `${day} ${forDay} ${series}`;
    const row = this.sums.get(key) ?? { day, forDay, series, records: 0, amount: 0n };
    this.sums.set(key, row);
    row.records += 1;
    row.amount += BigInt(record.amount);
    return true;
  }

  /** Writes the sums of what was booked since the last call. */
  write(): WorkDelta {
    const rows = [...this.sums.values()];
    for (const { day, forDay, series, records, amount } of rows) {
      this.add.run(day, forDay, series, records, amount);
    }
    const delta = { series: this.looked, rows, booked: this.booked, duplicates: this.duplicates };
    this.clear();
    return delta;
  }

  /** Drops single records of days before `day`; their sums stay. */
  dropBefore(day: EventDay): void {
    this.drop.run(day * DAY_MS * 1_000);
  }

  /** After a rollback the cached ids may not exist. */
  forget(): void {
    this.ids.clear();
    this.clear();
  }

  private clear(): void {
    this.looked = [];
    this.sums = new Map();
    this.booked = 0;
    this.duplicates = 0;
  }

  /** The model by its name in the catalogue, as calls have it: whoever judges knows the model, not who served it. */
  private named({ labels, atUs }: WorkRecord): WorkLabels {
    if (labels.model === '') {
      return labels;
    }
    const card = this.prices.resolve({ provider: '', model: labels.model, atMs: Math.floor(atUs / 1_000) });
    return card.kind === 'card' ? { ...labels, model: card.model } : labels;
  }

  private series(labels: WorkLabels): number {
    const values = LABELS.map((name) => labels[name]);
    const key = values.join('\n');
    const known = this.ids.get(key);
    if (known !== undefined) {
      return known;
    }
    if (this.ids.size >= MAX_CACHED) {
      this.ids.clear();
    }
    const id = Number(this.seriesOf.get(...values)?.['id']);
    this.ids.set(key, id);
    this.looked.push({ id, labels });
    return id;
  }
}

/** Of the value of an outcome: its span id turned over, so that it is the same each time, and no one else's. */
function valueKey(key: Buffer): Buffer {
  return Buffer.from(key.map((byte, index) => (index < TRACE_BYTES ? byte : ~byte)));
}
