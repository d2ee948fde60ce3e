import type { DatabaseSync } from 'node:sqlite';
import { forecastDaily } from '../analysis/forecast/forecastDaily.ts';
import { intervalOf } from '../analysis/forecast/intervalOf.ts';
import type { ProviderUse } from '../analysis/opportunities/contractIdea.ts';
import type { EventDay } from '../store/eventDay.ts';
import { costHistory } from './costHistory.ts';
import { DAYS_A_MONTH } from './daysAMonth.ts';

const AHEAD_DAYS = 30;

/** What each provider costs a month by the days of a range, at list too, and by the forecast: its 80 % range. */
export function providerUses(database: DatabaseSync, range: { from: EventDay; through: EventDay }): ProviderUse[] {
  const perMonth = DAYS_A_MONTH / (range.through - range.from + 1) / 1e9;
  const statement = database.prepare(
    `SELECT d.provider, sum(b.cost) AS cost, sum(b.list) AS list FROM book b JOIN dimension d ON d.id = b.dimension
     WHERE b.day >= :from AND b.for_day BETWEEN :from AND :through GROUP BY d.provider`
  );
  statement.setReadBigInts(true);
  return statement.all({ ...range }).map((row) => {
    const provider = String(row['provider']);
    const { throughDay = 0, series } = costHistory(database, 'provider', provider);
    const forecast = forecastDaily(series.get(provider) ?? [], throughDay + 1);
    const next = forecast.state === 'ready' ? intervalOf(forecast.path, 0, AHEAD_DAYS) : undefined;
    const month = (usd: number) => (usd * DAYS_A_MONTH) / AHEAD_DAYS;
    return {
      provider,
      paidUsd: Number(row['cost']) * perMonth,
      listUsd: Number(row['list']) * perMonth,
      use: next && { low: month(next.bounds[80].low), middle: month(next.usd), high: month(next.bounds[80].high) },
    };
  });
}
