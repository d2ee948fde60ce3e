import type { DatabaseSync } from 'node:sqlite';
import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import { dayPart } from '../analysis/economics/dayPart.ts';
import { firstLookedAt } from '../analysis/economics/firstLookedAt.ts';
import type { ProviderUse } from '../analysis/opportunities/contractIdea.ts';
import type { AgendaFacts } from '../analysis/review/agendaItems.ts';
import { segmentRows } from '../analysis/whatChanged/segmentRows.ts';
import { whatChanged } from '../analysis/whatChanged/whatChanged.ts';
import { dayText } from '../store/dayText.ts';
import type { EventDay } from '../store/eventDay.ts';
import { segmentsOn } from '../store/segmentsOn.ts';
import { callOpportunities } from './callOpportunities.ts';
import { featureWorth } from './featureWorth.ts';
import type { EconomicsQuery } from './economicsQuery.ts';
import { keptForecasts } from './keptForecasts.ts';
import { levers, type LeversQuery } from './levers.ts';
import { mustFlipBack } from './mustFlipBack.ts';
import { providerUses } from './providerUses.ts';
import { DAYS_A_MONTH } from './daysAMonth.ts';

export interface AgendaQuery extends Pick<EconomicsQuery, 'terms' | 'others'>, Pick<LeversQuery, 'turnaroundBars'> {
  readonly monday: EventDay;
  /** Nano-USD. */
  readonly budgetPerMonth: bigint | undefined;
}

const WEEK_DAYS = 7;
/** As page Value has them where nobody chose a period. */
const WORTH_DAYS = 30;

interface BookFacts extends Omit<AgendaFacts, 'bills' | 'decisions'> {
  /** What ideas about a provider as a whole are made of, with bills and owners file. */
  readonly providers: readonly ProviderUse[];
}

/** What the books say of a week, for its review; bills and decisions are not among them. */
export function agenda(database: DatabaseSync, query: AgendaQuery, prices: PriceBook): BookFacts {
  const { monday, budgetPerMonth } = query;
  const days = closedDays(database, monday);
  const to = days.at(-1);
  const from = to === undefined ? monday : to - WORTH_DAYS + 1;
  const features =
    to === undefined ? [] : featureWorth(database, { ...query, from, to, first: firstLookedAt(from, to) });
  const ideas = callOpportunities(database);
  return {
    days: days.length,
    change: days.length === 0 ? undefined : changeOf(database, days),
    budget:
      budgetPerMonth === undefined ? undefined : days.reduce((sum, day) => sum + dayPart(budgetPerMonth, day), 0n),
    forecast: forecastOf(database, monday, days),
    worthThrough: to === undefined ? undefined : dayText(to),
    losing: features.flatMap(({ feature, losing, week, margin, unit }) =>
      losing === undefined
        ? []
        : [
            {
              ...{
                feature,
                since: dayText(losing.since),
                isSinceStart: losing.isSinceStart,
                perMonth: losing.nanoUsdPerMonth,
              },
              perOutcome: ratio(week.nanoUsd, week.outcomes),
              worth: margin && ratio(margin.valueNanoUsd, margin.outcomes),
              unit: unit?.unit ?? 'outcome',
            },
          ]
    ),
    valued: features.filter(({ margin }) => margin !== undefined).length,
    levers: levers(database, query, prices)
      .levers.filter(({ entry }) => entry.state === 'open')
      .map((lever) => ({ ...lever, state: mustFlipBack(lever) ? ('flip_back' as const) : lever.impact.state }))
      .map(({ entry, impact, state }) => ({
        name: `${String(entry.content['lever']).replaceAll('_', ' ')} · ${String(entry.content['feature'] ?? entry.id)}`,
        state,
        savedUsd: impact.saved?.usd,
      })),
    ideas: (ideas?.opportunities ?? []).map(({ lever, cell, saving, needsEvaluation }) => ({
      name: `${lever.replaceAll('_', ' ')} · ${cell.feature} · ${cell.model}`,
      usdPerMonth:
        ideas === undefined ? 0 : (Number(saving.middle) / 1e9) * (DAYS_A_MONTH / (ideas.through - ideas.from + 1)),
      needs: needsEvaluation ? ('evaluation' as const) : undefined,
    })),
    providers: ideas === undefined ? [] : providerUses(database, { from: ideas.from, through: ideas.through }),
    ...doubtsOf(database, days),
  };
}

function closedDays(database: DatabaseSync, monday: EventDay): EventDay[] {
  return database
    .prepare('SELECT day FROM day WHERE closed_ms IS NOT NULL AND day BETWEEN ? AND ? ORDER BY day')
    .all(monday, monday + WEEK_DAYS - 1)
    .map(({ day }) => Number(day));
}

function changeOf(database: DatabaseSync, days: readonly EventDay[]) {
  const period = (own: readonly EventDay[]) => ({
    days: own.length,
    rows: segmentRows(segmentsOn(database, own)),
  });
  return whatChanged(period(days.map((day) => day - WEEK_DAYS)), period(days));
}

/** By the newest forecast that was made before the week; USD. */
function forecastOf(database: DatabaseSync, monday: EventDay, days: readonly EventDay[]): number | undefined {
  const made = keptForecasts(database, 'total', '').find(({ kept }) => kept.firstDay <= monday);
  const usd = days.map((day) => made?.kept.usd[day - made.kept.firstDay]);
  return days.length === 0 || usd.some((one) => one === undefined)
    ? undefined
    : usd.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

function doubtsOf(database: DatabaseSync, days: readonly EventDay[]) {
  const statement = database.prepare(
    `SELECT coalesce(sum(iif(d.feature = :unallocated, b.cost, 0)), 0) AS cost,
            coalesce(sum(iif(b.unpriced != '', b.requests, 0)), 0) AS calls
     FROM book b JOIN dimension d ON d.id = b.dimension
     WHERE b.day >= (SELECT min(value) FROM json_each(:days)) AND b.for_day IN (SELECT value FROM json_each(:days))`
  );
  statement.setReadBigInts(true);
  const row = statement.get({ days: JSON.stringify(days), unallocated: UNALLOCATED });
  return { unallocated: (row?.['cost'] as bigint | undefined) ?? 0n, unpricedCalls: Number(row?.['calls'] ?? 0) };
}

function ratio(nanoUsd: bigint, count: bigint): number | undefined {
  return count === 0n ? undefined : Number(nanoUsd) / 1e9 / Number(count);
}
