import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { callTableName } from '../store/callTableName.ts';
import type { EventDay } from '../store/eventDay.ts';
import { supersededName } from '../store/supersededName.ts';

/** What the books say of the calls that happened on a day, adjustments included. */
export interface DayState {
  readonly calls: number;
  readonly costNanoUsd: bigint;
  readonly listNanoUsd: bigint;
  /** Another text whenever a call came or a price was corrected. */
  readonly fingerprint: string;
}

/** Read from the sums, whatever the number of calls. */
export function dayState(database: DatabaseSync, day: EventDay): DayState {
  const sums = database.prepare(
    `SELECT dimension, status, retry, unpriced, reason, sum(requests) AS requests, sum(cost) AS cost, sum(list) AS list
     FROM book WHERE for_day = ? GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`
  );
  sums.setReadBigInts(true);
  const rows = sums.all(day);
  const total = (column: string) => rows.reduce((sum, row) => sum + (row[column] as bigint), 0n);
  const said = rows.map((row) => Object.values(row).join('\t')).join('\n');
  return {
    calls: Number(total('requests')),
    costNanoUsd: total('cost'),
    listNanoUsd: total('list'),
    fingerprint: createHash('sha256')
      .update(`${said}\n${corrections(database, day)}`)
      .digest('hex'),
  };
}

/** Corrections that cancel out in every sum still change calls. */
function corrections(database: DatabaseSync, day: EventDay): string {
  const name = supersededName(callTableName(day));
  const exists = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(name);
  const found = exists && database.prepare(`SELECT count(*) AS n, max(replaced_ms) AS ms FROM ${name}`).get();
  return found ? `${found['n']} ${found['ms']}` : '';
}
