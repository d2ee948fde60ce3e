import type { DatabaseSync } from 'node:sqlite';
import type { CellUse } from '../analysis/reconciliation/cellUse.ts';
import { cellUses } from '../questions/cellUses.ts';
import { estimateCells, type MonthEstimates } from '../questions/estimateCells.ts';
import { monthWeights, type MonthWeight, type WeightQuery } from '../questions/monthWeights.ts';
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
