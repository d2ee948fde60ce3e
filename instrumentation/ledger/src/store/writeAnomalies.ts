import type { DatabaseSync } from 'node:sqlite';
import type { AnomalyRun } from './anomalyRow.ts';
import { inTransaction } from './inTransaction.ts';

/** Keeps what was found on some days, in one commit; nothing that was kept before is touched. */
export function writeAnomalies(database: DatabaseSync, runs: readonly AnomalyRun[], nowMs: number): void {
  const run = database.prepare('INSERT INTO anomaly_run (day, made_ms) VALUES (?, ?)');
  const anomaly = database.prepare(`INSERT INTO anomaly VALUES (${Array<string>(14).fill('?').join(', ')})`);
  inTransaction(database, () => {
    for (const { day, anomalies } of runs) {
      const { lastInsertRowid: id } = run.run(day, nowMs);
      for (const row of anomalies) {
        const money = [row.costNanoUsd, row.expectedNanoUsd] as const;
        const flags = [Number(row.isDismissed), Number(row.isWidespread)] as const;
        const how = [
          row.score,
          row.channel,
          row.windowDays,
          ...flags,
          row.sentence,
          JSON.stringify(row.parts),
        ] as const;
        anomaly.run(id, row.feature, row.environment, row.team, row.since, ...money, ...how);
      }
    }
  });
}
