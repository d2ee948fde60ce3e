import type { DatabaseSync } from 'node:sqlite';
import type { DailyCost } from '../analysis/forecast/dailyCost.ts';
import type { EventDay } from '../store/eventDay.ts';

export const FORECAST_SCOPES = ['total', 'provider', 'team', 'feature'] as const;

export type ForecastScope = (typeof FORECAST_SCOPES)[number];

export interface CostHistory {
  /** The newest closed day; undefined before the first close. */
  readonly throughDay: EventDay | undefined;
  /** Closed days by name, restated with what was booked later; a closed day without a call is 0. */
  readonly series: ReadonlyMap<string, readonly DailyCost[]>;
}

/** Names are one column of the dimensions; the total has the empty name. */
const NAME = { total: `''`, provider: 'd.provider', team: 'd.team', feature: 'd.feature' } as const;
const MOST_DAYS = 400;

/** What a scope cost on each closed day, from the first day each name was seen on. */
export function costHistory(database: DatabaseSync, scope: ForecastScope, name?: string): CostHistory {
  const closed = database
    .prepare('SELECT day FROM day WHERE closed_ms IS NOT NULL ORDER BY day DESC LIMIT ?')
    .all(MOST_DAYS)
    .map(({ day }) => Number(day))
    .reverse();
  const [first, throughDay] = [closed[0], closed.at(-1)];
  if (first === undefined || throughDay === undefined) {
    return { throughDay: undefined, series: new Map() };
  }
  const statement = database.prepare(
    `SELECT ${NAME[scope]} AS name, b.for_day AS day, sum(b.cost) AS cost
     FROM book b JOIN dimension d ON d.id = b.dimension
     WHERE b.for_day BETWEEN :first AND :through AND (:name IS NULL OR ${NAME[scope]} = :name)
     GROUP BY 1, 2 ORDER BY 1, 2`
  );
  statement.setReadBigInts(true);
  const spent = new Map<string, Map<EventDay, number>>();
  for (const row of statement.all({ first, through: throughDay, name: name ?? null })) {
    const days = spent.get(String(row['name'])) ?? new Map<EventDay, number>();
    spent.set(String(row['name']), days.set(Number(row['day']), Number(row['cost']) / 1e9));
  }
  const series = [...spent].map(([of, days]): [string, DailyCost[]] => {
    const [firstSeen = throughDay] = days.keys();
    return [of, closed.filter((day) => day >= firstSeen).map((day) => ({ day, usd: days.get(day) ?? 0 }))];
  });
  return { throughDay, series: new Map(series) };
}
