import type { DatabaseSync } from 'node:sqlite';
import { CARRIED_SUMS } from './carriedSums.ts';
import type { EventDay } from './eventDay.ts';
import { inTransaction } from './inTransaction.ts';

/** Calls wait for it: a day of 5,000 label sets takes about as long by itself. */
const BUDGET_MS = 20;

/**
 * Adds closed days to the carried sums, oldest first, each in a transaction of its own: as many as there is time for, at
 * least one. Call it often, between other transactions, with the books' one writer.
 */
export function carryClosedDays(database: DatabaseSync, budgetMs = BUDGET_MS): void {
  const began = performance.now();
  const next = database.prepare(
    `SELECT day FROM day WHERE closed_ms IS NOT NULL AND day NOT IN (SELECT day FROM carried_day) ORDER BY day LIMIT 1`
  );
  let row = next.get();
  while (row) {
    carry(database, Number(row['day']));
    row = performance.now() - began < budgetMs ? next.get() : undefined;
  }
}

function carry(database: DatabaseSync, day: EventDay): void {
  inTransaction(database, () => {
    for (const { table, where, keys, sums } of Object.values(CARRIED_SUMS)) {
      database
        .prepare(
          `INSERT INTO carried_${table} (${[...keys, ...sums].join(', ')})
           SELECT ${[...keys, ...sums.map((sum) => `sum(${sum})`)].join(', ')}
           FROM ${table} WHERE day = ? AND ${where} GROUP BY ${keys.join(', ')}
           ON CONFLICT DO UPDATE SET ${sums.map((sum) => `${sum} = ${sum} + excluded.${sum}`).join(', ')}`
        )
        .run(day);
    }
    database.prepare('INSERT INTO carried_day VALUES (?)').run(day);
  });
}
