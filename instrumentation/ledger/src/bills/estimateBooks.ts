import type { DatabaseSync } from 'node:sqlite';
import type { CellUse } from '../analysis/reconciliation/cellUse.ts';
import { cellUses } from '../questions/cellUses.ts';
import { estimateCells, type MonthEstimates } from '../questions/estimateCells.ts';
import { monthWeights, type MonthWeight, type WeightQuery } from '../questions/monthWeights.ts';
import type { EventDay } from '../store/eventDay.ts';
import { monthDays } from './monthDays.ts';

/** What bills are held against: the books, read where bills are. Each answer is of one state. */
export class EstimateBooks {
  private readonly database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** @param month YYYY-MM */
  estimates(month: string): MonthEstimates {
    return this.ofOneState(() => estimateCells(this.database, monthDays(month)));
  }

  /** @param month YYYY-MM */
  uses(month: string): readonly CellUse[] {
    return this.ofOneState(() => cellUses(this.database, monthDays(month)));
  }

  /** @param month YYYY-MM */
  weights(month: string, by: WeightQuery['by']): readonly MonthWeight[] {
    return this.ofOneState(() => monthWeights(this.database, { ...monthDays(month), by }));
  }

  /** The last day that was closed when they were read; what is booked from then on stands on a later one. */
  lastClosedDay(): EventDay {
    const row = this.database.prepare('SELECT max(day) AS day FROM day WHERE closed_ms IS NOT NULL').get();
    return Number(row?.['day'] ?? 0);
  }

  /**
   * Whether a month is closed whole and nothing was booked for it since `lastClosedDay`: then estimates are what they were.
   * Costs no reading of the month.
   *
   * @param month YYYY-MM
   */
  isAsOf(lastClosedDay: EventDay, month: string): boolean {
    const { from, to } = monthDays(month);
    const row = this.database
      .prepare(
        `SELECT (SELECT count(*) FROM day WHERE day BETWEEN ?1 AND ?2 AND closed_ms IS NOT NULL) = ?2 - ?1 + 1
           AND NOT EXISTS (SELECT 1 FROM component_book WHERE day > ?3 AND for_day BETWEEN ?1 AND ?2)
           AND NOT EXISTS (SELECT 1 FROM book WHERE day > ?3 AND for_day BETWEEN ?1 AND ?2) AS same`
      )
      .get(from, to, lastClosedDay);
    return row?.['same'] === 1;
  }

  /** Differs from before once anything was booked. */
  version(): number {
    return Number(this.database.prepare('PRAGMA data_version').get()?.['data_version']);
  }

  private ofOneState<Answer>(read: () => Answer): Answer {
    this.database.exec('BEGIN');
    try {
      return read();
    } finally {
      this.database.exec('COMMIT');
    }
  }
}
