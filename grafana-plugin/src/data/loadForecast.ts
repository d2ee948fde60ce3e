import type { DailyCost, ForecastScore } from '@ai-finops/ledger/analysis';
import { DAY_MS } from '../queries/dayMs.ts';
import { askLedger, type LedgerAnswer } from './askLedger.ts';
import type { ForecastLabel } from './forecastLabel.ts';
import type { Forecasted, PastForecast, PlannedChange } from './forecasted.ts';
import { isoDay } from '../queries/isoDay.ts';

interface ForecastAnswer {
  readonly state: string;
  readonly reason: string | null;
  readonly days: readonly { readonly day: string }[];
  readonly kept: readonly {
    readonly days: readonly { readonly day: string }[];
    readonly score: ForecastScore | null;
  }[];
}
interface DaysAnswer {
  readonly days: readonly { readonly day: string; readonly state: string; readonly restatedNanoUsd: string }[];
}
interface EventsAnswer {
  readonly events: readonly {
    readonly id: string;
    readonly record: Readonly<Record<string, string | number | undefined>>;
  }[];
}

/** As many as the ledger forecasts from. */
const MOST_DAYS = 400;

/**
 * The ledger's forecast of the total, or of one name, and the history it is made from, so that it can be made again under
 * other assumptions. Rejects only when `signal` aborts it.
 */
export async function loadForecast(
  of: { readonly label: ForecastLabel; readonly name: string } | undefined,
  signal?: AbortSignal
): Promise<Forecasted> {
  const [asked, events] = await Promise.all([
    askLedger('forecasts', of ? { scope: of.label, name: of.name } : { scope: 'total' }, signal),
    askLedger('events', { state: 'open', limit: '500' }, signal),
  ]);
  if (asked.kind !== 'value') {
    return asked.kind === 'absent' ? { state: 'absent' } : { state: 'failed', words: asked.words };
  }
  const { state, reason, days, kept } = asked.value as ForecastAnswer;
  const first = days[0];
  if (state !== 'ready' || !first) {
    return { state: 'none', reason: reason ?? 'The ledger gives no reason.' };
  }
  const today = dayOf(first.day);
  const range = { from: dayText(today - MOST_DAYS), to: dayText(today - 1) };
  const books = await askLedger('days', { ...range, ...(of && { [of.label]: of.name }) }, signal);
  if (books.kind !== 'value') {
    return books.kind === 'absent' ? { state: 'absent' } : { state: 'failed', words: books.words };
  }
  return {
    state: 'ready',
    today,
    history: readHistory(books.value as DaysAnswer),
    past: kept.map((one): PastForecast => ({ firstDay: one.days[0]?.day ?? '', score: one.score ?? undefined })),
    planned: readPlanned(events, today, of),
    plannedFailed: events.kind === 'failed' ? events.words : undefined,
  };
}

const readHistory = ({ days }: DaysAnswer): DailyCost[] =>
  days
    .filter(({ state }) => state === 'closed')
    .map(({ day, restatedNanoUsd }) => ({ day: dayOf(day), usd: Number(BigInt(restatedNanoUsd)) / 1e9 }));

/** Of changes that take effect within the forecast and say what they save, those to this name; the total takes all. */
function readPlanned(
  events: LedgerAnswer<unknown>,
  today: number,
  of: { readonly label: ForecastLabel; readonly name: string } | undefined
): PlannedChange[] {
  if (events.kind !== 'value') {
    return [];
  }
  return (events.value as EventsAnswer).events.flatMap(({ id, record }) => {
    const { lever, date, expectedUsdPerMonth: usdPerMonth } = record;
    const isOfIt = of === undefined || record[of.label] === of.name;
    if (typeof date !== 'string' || typeof usdPerMonth !== 'number' || dayOf(date) < today || !isOfIt) {
      return [];
    }
    const to = [record['feature'], record['team'], record['provider'], record['model']].filter(Boolean).join(', ');
    const name = [String(lever).replaceAll('_', ' '), to].filter(Boolean).join(' · ');
    return [{ id, name, day: dayOf(date), usdPerMonth }];
  });
}

const dayOf = (text: string): number => Math.floor(Date.parse(text) / DAY_MS);
const dayText = (day: number): string => isoDay(day * DAY_MS);
