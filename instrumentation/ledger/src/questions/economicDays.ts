import { UNSPECIFIED_ENVIRONMENT } from '@ai-finops/instrumentation/contract';
import type { DatabaseSync } from 'node:sqlite';
import type { EconomicDay } from '../analysis/economics/economicDay.ts';
import type { EventDay } from '../store/eventDay.ts';
import { billedParts } from './billedParts.ts';
import type { BilledRatios } from './billedRatios.ts';
import type { EconomicsQuery } from './economicsQuery.ts';

interface OpenDay {
  inferenceNanoUsd: bigint;
  otherNanoUsd: bigint;
  requests: bigint;
  readonly units: Map<string, bigint>;
  valueNanoUsd: bigint | undefined;
  users: bigint | undefined;
  wasRead: boolean;
}

/**
 * What each feature cost and delivered on each day, restated: one day after the other from the first booked one. A feature
 * whose outcomes are read from elsewhere has a gap on each day without one.
 */
export function economicDays(
  database: DatabaseSync,
  query: Pick<EconomicsQuery, 'from' | 'to' | 'first' | 'environment' | 'others' | 'calibration'>
): ReadonlyMap<string, readonly EconomicDay[]> {
  const { to, environment, calibration = new Map() as BilledRatios } = query;
  const booked = database.prepare('SELECT min(day) AS first FROM day WHERE day >= 0').get()?.['first'];
  const first = Math.max(query.first, Number(booked ?? to));
  const features = new Map<string, Map<EventDay, OpenDay>>();
  const at = (feature: string, day: EventDay): OpenDay => {
    const days = features.get(feature) ?? new Map<EventDay, OpenDay>();
    features.set(feature, days);
    const found = days.get(day) ?? emptyDay();
    days.set(day, found);
    return found;
  };
  const all = (sql: string, ...more: string[]) => {
    const statement = database.prepare(sql);
    statement.setReadBigInts(true);
    const values = more.includes('environment')
      ? { environment: environment === undefined ? null : JSON.stringify(environment) }
      : {};
    return statement
      .all({ first, to, ...values })
      .map((row) => ({ ...row, of: at(String(row['feature']), Number(row['day'])) }) as BookRow);
  };

  const billed = billedParts(calibration, query.from);
  const isMeant = (column: string) =>
    `(:environment IS NULL OR ${column} IN (SELECT value FROM json_each(:environment)))`;
  for (const { of, day, provider, cost, requests } of all(
    `SELECT b.for_day AS day, d.feature, ${calibration.size > 0 ? 'd.provider' : "''"} AS provider,
       sum(b.cost) AS cost, sum(b.requests) AS requests
     FROM book b JOIN dimension d ON d.id = b.dimension
     WHERE b.day >= :first AND b.for_day BETWEEN :first AND :to AND ${isMeant('d.environment')} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    'environment'
  )) {
    of.inferenceNanoUsd += billed(cost, { provider, day: Number(day) });
    of.requests += requests;
  }
  for (const { of, kind, name, amount } of all(
    `SELECT b.for_day AS day, s.feature, s.kind, s.name, sum(b.amount) AS amount
     FROM work_book b JOIN work_series s ON s.id = b.series
     WHERE s.kind IN ('outcome', 'value', 'users') AND b.day >= :first AND b.for_day BETWEEN :first AND :to
       AND (s.environment = '${UNSPECIFIED_ENVIRONMENT}' OR ${isMeant('s.environment')}) GROUP BY 1, 2, 3, 4`,
    'environment'
  )) {
    take(of, kind, name, amount);
  }
  for (const { of } of all(
    `SELECT DISTINCT day, feature FROM reading
     WHERE kind = 'outcome' AND amount IS NOT NULL AND day BETWEEN :first AND :to`
  )) {
    of.wasRead = true;
  }
  for (const { day, feature, nanoUsd } of query.others) {
    if (day >= first && day <= to) {
      at(feature, day).otherNanoUsd += nanoUsd;
    }
  }
  const readFrom = new Set(
    database
      .prepare(`SELECT DISTINCT feature FROM reading WHERE kind = 'outcome'`)
      .all()
      .map((row) => String(row['feature']))
  );
  return new Map(
    [...features].map(([feature, days]) => [
      feature,
      Array.from({ length: to - first + 1 }, (_, index): EconomicDay => {
        const { wasRead, ...day } = days.get(first + index) ?? emptyDay();
        return { day: first + index, ...day, isGap: readFrom.has(feature) && !wasRead && day.units.size === 0 };
      }),
    ])
  );
}

interface BookRow {
  readonly of: OpenDay;
  readonly day: bigint;
  readonly provider: string;
  readonly cost: bigint;
  readonly requests: bigint;
  readonly kind: string;
  readonly name: string;
  readonly amount: bigint;
}

function take(day: OpenDay, kind: string, name: string, amount: bigint): void {
  if (kind === 'outcome') {
    day.units.set(name, amount);
  } else if (kind === 'value') {
    day.valueNanoUsd = (day.valueNanoUsd ?? 0n) + amount;
  } else {
    day.users = amount;
  }
}

function emptyDay(): OpenDay {
  return {
    ...{ inferenceNanoUsd: 0n, otherNanoUsd: 0n, requests: 0n },
    ...{ units: new Map(), valueNanoUsd: undefined, users: undefined, wasRead: false },
  };
}
