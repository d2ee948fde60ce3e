import type { DatabaseSync } from 'node:sqlite';
import { callTableName } from '../store/callTableName.ts';
import { callDays } from './callDays.ts';
import { CALL_COLUMNS, CALL_JOINS, callRow, type CallRow } from './callRow.ts';

export interface CallQuery {
  /** 32 and 16 hexadecimal digits. */
  readonly trace: string;
  readonly span: string;
  readonly fromUs: number;
  readonly toUs: number;
}

/** One call; the less time it may have started in, the sooner it is found. */
export function call(database: DatabaseSync, { trace, span, fromUs, toUs }: CallQuery): CallRow | undefined {
  for (const day of callDays(database, { fromUs, toUs }).toReversed()) {
    const statement = database.prepare(
      `SELECT ${CALL_COLUMNS} FROM ${callTableName(day)} c ${CALL_JOINS}
       WHERE c.start_us >= ? AND c.start_us < ? AND c.key = ? LIMIT 1`
    );
    statement.setReadBigInts(true);
    const row = statement.get(fromUs, toUs, Buffer.from(trace + span, 'hex'));
    if (row) {
      return callRow(row);
    }
  }
  return undefined;
}
