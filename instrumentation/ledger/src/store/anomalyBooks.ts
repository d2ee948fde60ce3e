import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { AnomalyRow } from './anomalyRow.ts';
import { callTableName } from './callTableName.ts';
import { DAY_MS, type EventDay } from './eventDay.ts';
import { parseDay } from './parseDay.ts';
import { segmentsOn, type UsedSegment } from './segmentsOn.ts';
import { openReader } from './openReader.ts';

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

/** What a feature used in one hour of a day, by the time its calls began. */
export interface FeatureHour {
  readonly feature: string;
  readonly environment: string;
  readonly costNanoUsd: bigint;
  /** First attempts. */
  readonly calls: number;
}

const HOUR_US = 3_600_000_000;

/** Reads what the analysis needs, and what it found, beside the writer of the books; from any thread. */
export class AnomalyBooks {
  private readonly database: DatabaseSync;

  constructor(path: string) {
    this.database = openReader(path);
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

  /** Closed days of a range whose single calls are still kept, latest first. */
  daysWithCalls(from: EventDay, to: EventDay): EventDay[] {
    const closed = this.all(
      'SELECT day FROM day WHERE closed_ms IS NOT NULL AND day BETWEEN ? AND ? ORDER BY day DESC',
      from,
      to
    );
    const isKept = (day: EventDay) =>
      this.all(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`, callTableName(day)).length > 0;
    return closed.map(({ day }) => Number(day)).filter(isKept);
  }

  /** One hour of a day of `daysWithCalls`, 0 to 23: it reads the single calls of that hour, and nothing else. */
  hour(day: EventDay, hour: number): FeatureHour[] {
    const first = day * DAY_MS * 1_000 + hour * HOUR_US;
    return this.all(
      `SELECT feature, environment, sum(used.cost) AS cost, sum(used.calls) AS calls FROM (
         SELECT dimension, coalesce(sum(cost), 0) AS cost, sum(attempt <= 1) AS calls FROM ${callTableName(day)}
         WHERE start_us >= ? AND start_us < ? GROUP BY dimension) used
       JOIN dimension ON dimension.id = used.dimension GROUP BY feature, environment`,
      first,
      first + HOUR_US
    ).map(({ feature, environment, cost, calls }) => ({
      feature: String(feature),
      environment: String(environment),
      costNanoUsd: cost as bigint,
      calls: Number(calls),
    }));
  }

  /** Whether a day was judged: then its close has decided what stood out. */
  isJudged(day: EventDay): boolean {
    return this.all('SELECT 1 FROM anomaly_run WHERE day = ? LIMIT 1', day).length > 0;
  }

  /** What a feature used on some days, for What changed. */
  segments(feature: string, environment: string, days: readonly EventDay[]): UsedSegment[] {
    return segmentsOn(this.database, days, { feature: [feature], environment: [environment] });
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
