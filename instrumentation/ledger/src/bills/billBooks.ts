import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { BillLine, BillState, ChargeCategory } from '../analysis/reconciliation/billLine.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { billDigest } from './billDigest.ts';
import type { BillMonth } from './billMonths.ts';
import { BILL_TABLES } from './billTables.ts';
import { lineRow } from './lineRow.ts';

export interface BillRevision {
  readonly id: number;
  readonly provider: string;
  readonly month: string;
  readonly state: BillState;
  /** The file or API it came from. */
  readonly source: string;
  readonly importedMs: number;
}

interface BillOrigin {
  readonly state: BillState;
  /** The file or API it came from. */
  readonly source: string;
  readonly nowMs: number;
}

/** Another process may be keeping a bill. */
const MOST_WAIT_MS = 10_000;

/** The bills that were imported, each with all of its revisions. */
export class BillBooks {
  private readonly database: DatabaseSync;

  /** Opens the file, and makes it where there is none; several processes may have it open. */
  constructor(path: string, { readOnly = false } = {}) {
    this.database = new DatabaseSync(path, { readOnly, timeout: MOST_WAIT_MS });
    if (!readOnly) {
      this.database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${BILL_TABLES}`);
      this.addCurrency();
    }
  }

  /** Whether nothing stands in the file yet: who made it has still to make its tables. */
  isBlank(): boolean {
    return this.database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  }

  /**
   * Keeps a provider's month, all of it or nothing.
   *
   * @returns false where the newest revision says the same
   */
  keep(month: BillMonth, from: BillOrigin): boolean {
    return this.keepAll([month], from)[0] === true;
  }

  /**
   * Keeps what one import tells of, all months of it or nothing.
   *
   * @returns of each month whether it was kept: false where its newest revision says the same
   */
  keepAll(months: readonly BillMonth[], from: BillOrigin): readonly boolean[] {
    return inTransaction(this.database, () => months.map((month) => this.put(month, from)));
  }

  private put({ provider, month, lines }: BillMonth, from: BillOrigin): boolean {
    const digest = billDigest(lines, from.state);
    const newest = this.database.prepare(
      'SELECT digest FROM revision WHERE provider = ? AND month = ? ORDER BY id DESC LIMIT 1'
    );
    const isNew = newest.get(provider, month)?.['digest'] !== digest;
    if (isNew) {
      const { lastInsertRowid: id } = this.database
        .prepare('INSERT INTO revision (provider, month, state, source, imported_ms, digest) VALUES (?, ?, ?, ?, ?, ?)')
        .run(provider, month, from.state, from.source, from.nowMs, digest);
      const insert = this.database.prepare(`INSERT INTO line VALUES (${Array<string>(16).fill('?').join(', ')})`);
      lines.map(lineRow).forEach((row) => insert.run(id, ...row, ...Array<null>(15 - row.length).fill(null)));
    }
    return isNew;
  }

  /** Earliest month first, the newest revision of each last. */
  revisions(
    where: { readonly month?: string | undefined; readonly provider?: string | undefined } = {}
  ): BillRevision[] {
    return this.database
      .prepare(
        `SELECT * FROM revision WHERE (?1 IS NULL OR month = ?1) AND (?2 IS NULL OR provider = ?2)
         ORDER BY month, provider, id`
      )
      .all(where.month ?? null, where.provider ?? null)
      .map((row) => ({
        id: Number(row['id']),
        provider: String(row['provider']),
        month: String(row['month']),
        state: String(row['state']) as BillState,
        source: String(row['source']),
        importedMs: Number(row['imported_ms']),
      }));
  }

  /** The newest revision of each provider's month. */
  newest(month?: string): BillRevision[] {
    return [...new Map(this.revisions({ month }).map((one) => [`${one.month}\n${one.provider}`, one])).values()];
  }

  lines({ id, provider }: Pick<BillRevision, 'id' | 'provider'>): BillLine[] {
    const statement = this.database.prepare('SELECT * FROM line WHERE revision = ?');
    statement.setReadBigInts(true);
    return statement.all(id).map((row) => readLine(row, provider));
  }

  /** When a provider's API was last asked with success. */
  fetchedMs(provider: string): number | undefined {
    const row = this.database.prepare('SELECT ok_ms FROM fetched WHERE provider = ?').get(provider);
    return row && Number(row['ok_ms']);
  }

  fetched(provider: string, atMs: number): void {
    this.database.prepare('INSERT OR REPLACE INTO fetched VALUES (?, ?)').run(provider, atMs);
  }

  /** Differs from before once another process, or another connection, has kept something. */
  version(): number {
    return Number(this.database.prepare('PRAGMA data_version').get()?.['data_version']);
  }

  /** Files of before bills kept their own currency lack the columns. */
  private addCurrency(): void {
    const columns = this.database.prepare(`SELECT name FROM pragma_table_info('line')`).all();
    if (!columns.some(({ name }) => name === 'currency')) {
      this.database.exec('ALTER TABLE line ADD COLUMN currency TEXT; ALTER TABLE line ADD COLUMN original INTEGER');
    }
  }

  /** Whether a revision has the lines it was kept with. */
  isWhole(revision: BillRevision): boolean {
    const row = this.database.prepare('SELECT digest FROM revision WHERE id = ?').get(revision.id);
    return row?.['digest'] === billDigest(this.lines(revision), revision.state);
  }

  close(): void {
    this.database.close();
  }
}

function readLine(row: Record<string, SQLOutputValue>, provider: string): BillLine {
  const text = <Key extends string>(key: Key, value = row[key]) =>
    value === null || value === undefined ? {} : { [key]: String(value) };
  const { quantity, list, original } = row;
  return {
    day: String(row['day']),
    provider,
    ...text('through'),
    ...text('account'),
    ...text('model'),
    ...text('tier'),
    ...text('component'),
    ...text('unit'),
    description: String(row['description']),
    category: String(row['category']) as ChargeCategory,
    ...(typeof quantity === 'bigint' && { quantity }),
    ...(typeof list === 'bigint' && { listNanoUsd: list }),
    effectiveNanoUsd: row['effective'] as bigint,
    billedNanoUsd: row['billed'] as bigint,
    ...text('currency'),
    ...(typeof original === 'bigint' && { billedNano: original }),
  };
}
