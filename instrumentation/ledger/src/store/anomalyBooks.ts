import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { AnomalyRow } from './anomalyRow.ts';
import type { EventDay } from './eventDay.ts';
import { parseDay } from './parseDay.ts';

/** What a feature did on a day, adjustments included. */
export interface FeatureDay {
  readonly day: EventDay;
  readonly feature: string;
  readonly team: string;
  readonly environment: string;
  readonly costNanoUsd: bigint;
  /** First attempts. */
  readonly calls: number;
}

/** What a feature did in some days, by model and the like: one component or, where that is '', the counts. */
export interface FeatureSegment {
  readonly labels: Readonly<Record<string, string>>;
  readonly calls: number;
  readonly attempts: number;
  readonly component: string;
  readonly quantity: number;
  readonly costNanoUsd: bigint;
}

const LABELS = ['feature', 'request_type', 'provider', 'model', 'service_tier'] as const;

/** Reads what the analysis needs, and what it found, beside the writer of the books; from any thread. */
export class AnomalyBooks {
  private readonly database: DatabaseSync;

  constructor(path: string) {
    this.database = new DatabaseSync(path, { readOnly: true });
    this.database.exec('PRAGMA busy_timeout = 5000');
  }

  /** Closed days from `from` on that were never judged. */
  unjudged(from: EventDay): EventDay[] {
    return this.all(
      `SELECT day FROM day WHERE closed_ms IS NOT NULL AND day >= ? AND day NOT IN (SELECT day FROM anomaly_run) ORDER BY day`,
      from
    ).map(({ day }) => Number(day));
  }

  /** Days by feature, team and environment, by the day calls happened on. */
  featureDays(from: EventDay, to: EventDay): FeatureDay[] {
    return this.all(
      `SELECT for_day, feature, team, environment, sum(cost) AS cost, sum(iif(retry, 0, requests)) AS calls
       FROM book JOIN dimension ON dimension.id = dimension
       WHERE day >= ?1 AND for_day BETWEEN ?1 AND ?2 GROUP BY for_day, feature, team, environment`,
      from,
      to
    ).map((row) => ({
      day: Number(row['for_day']),
      ...names(row),
      costNanoUsd: row['cost'] as bigint,
      calls: Number(row['calls']),
    }));
  }

  /** What a feature used on some days, for What changed. */
  segments(feature: string, environment: string, days: readonly EventDay[]): FeatureSegment[] {
    const columns = LABELS.map((label) => `"${label}"`).join(', ');
    const scope = `day >= (SELECT min(value) FROM json_each(?1)) AND for_day IN (SELECT value FROM json_each(?1))
       AND feature = ?2 AND environment = ?3`;
    return this.all(
      `SELECT ${columns}, sum(iif(retry, 0, requests)) AS calls, sum(requests) AS attempts, '' AS component,
         0 AS quantity, 0 AS cost
       FROM book JOIN dimension ON dimension.id = dimension WHERE ${scope} GROUP BY ${columns}
       UNION ALL
       SELECT ${columns}, 0, 0, component, sum(quantity), sum(cost)
       FROM component_book JOIN dimension ON dimension.id = dimension WHERE ${scope} GROUP BY ${columns}, component`,
      JSON.stringify(days),
      feature,
      environment
    ).map((row) => ({
      labels: Object.fromEntries(LABELS.map((label) => [label, String(row[label])])),
      calls: Number(row['calls']),
      attempts: Number(row['attempts']),
      component: String(row['component']),
      quantity: Number(row['quantity']),
      costNanoUsd: row['cost'] as bigint,
    }));
  }

  /** What was found on the days of a range: by the first look at each, which the closes show, or by the last. */
  anomalies(from: EventDay, to: EventDay, look: 'first' | 'last'): AnomalyRow[] {
    return this.all(
      `SELECT r.day AS day, a.* FROM anomaly a JOIN anomaly_run r ON r.id = a.run
       WHERE r.day BETWEEN ? AND ?
         AND r.id = (SELECT ${look === 'first' ? 'min' : 'max'}(id) FROM anomaly_run WHERE day = r.day)
       ORDER BY r.day, abs(a.cost - a.expected) DESC`,
      from,
      to
    ).map((row) => ({
      day: Number(row['day']),
      ...names(row),
      since: Number(row['since']),
      costNanoUsd: row['cost'] as bigint,
      expectedNanoUsd: row['expected'] as bigint,
      score: Number(row['score']),
      channel: String(row['channel']),
      windowDays: Number(row['window_days']),
      isDismissed: row['dismissed'] === 1n,
      isWidespread: row['widespread'] === 1n,
      sentence: String(row['sentence']),
      parts: JSON.parse(String(row['parts'])) as AnomalyRow['parts'],
    }));
  }

  /** Features' days that people marked: a false alarm, or a cause that is known and accepted. */
  marks(): { readonly feature: string; readonly environment: string | undefined; readonly day: EventDay }[] {
    return this.all(
      `SELECT content FROM record r WHERE kind = 'marks' AND state = 'set'
         AND version = (SELECT max(version) FROM record WHERE kind = r.kind AND id = r.id)`
    ).flatMap(({ content }) => {
      const { feature, environment, day } = JSON.parse(String(content)) as Record<string, string | undefined>;
      const marked = day === undefined ? undefined : parseDay(day);
      return feature === undefined || marked === undefined ? [] : [{ feature, environment, day: marked }];
    });
  }

  close(): void {
    this.database.close();
  }

  private all(sql: string, ...values: (number | string)[]): Record<string, SQLOutputValue>[] {
    const statement = this.database.prepare(sql);
    statement.setReadBigInts(true);
    return statement.all(...values);
  }
}

function names(row: Record<string, SQLOutputValue>): Record<'feature' | 'team' | 'environment', string> {
  return {
    feature: String(row['feature']),
    team: String(row['team']),
    environment: String(row['environment']),
  };
}
