import { anomalySentence } from '../analysis/anomaly/anomalySentence.ts';
import type { FoundAnomaly } from '../analysis/anomaly/findAnomalies.ts';
import { isWidespread } from '../analysis/anomaly/isWidespread.ts';
import { openRise } from '../analysis/anomaly/openRise.ts';
import { projectDay, type ProjectedDay } from '../analysis/anomaly/projectDay.ts';
import { scoreDays } from '../analysis/anomaly/scoreDays.ts';
import { usualDays } from '../analysis/anomaly/usualDays.ts';
import { segmentRows } from '../analysis/whatChanged/segmentRows.ts';
import { whatChanged } from '../analysis/whatChanged/whatChanged.ts';
import type { AnomalyBooks } from '../store/anomalyBooks.ts';
import type { OpenAnomalyRow } from '../store/anomalyRow.ts';
import { dayText } from '../store/dayText.ts';
import { DAY_MS, eventDay, type EventDay } from '../store/eventDay.ts';
import type { DayProfile } from './dayProfile.ts';
import { dismissedDays } from './dismissedDays.ts';
import { featureHistories, type FeatureHistory } from './featureHistory.ts';
import { HISTORY_DAYS } from './historyDays.ts';
import type { Mark } from './mark.ts';
import { readProfiles } from './readProfiles.ts';

const HOURS = 24;

export interface OpenDayRequest {
  readonly nowMs: number;
  /** Nano-USD a day. */
  readonly gate: number;
  readonly marks: readonly Mark[];
  /** What the last look gave back. */
  readonly profiles: readonly DayProfile[];
  /** How long single calls may be read, ms. */
  readonly readMs: number;
}

/** What one look at the open day found, and what the next one need not read again. */
export interface OpenDayLook {
  readonly anomalies: readonly OpenAnomalyRow[];
  readonly profiles: readonly DayProfile[];
}

/**
 * Judges the day that is not over: what each feature spent by now, projected by when the last seven closed days were used,
 * stands after the days before it. Only rises are told.
 */
export function judgeOpenDay(books: AnomalyBooks, request: OpenDayRequest): OpenDayLook {
  const { nowMs, gate, marks } = request;
  const today = eventDay(nowMs);
  const until = performance.now() + request.readMs;
  const profiles = readProfiles(books, today, request.profiles, () => performance.now() < until);
  const whole = profiles.filter(({ hours }) => hours === HOURS);
  const time = nowMs / DAY_MS - today;
  const histories = featureHistories(books.featureDays(today - HISTORY_DAYS, today), today, gate);
  const judged = histories.map((history) => {
    const { cost, calls } = history.series;
    const uses = whole.flatMap(({ uses }) => uses.get(`${history.feature}\n${history.environment}`) ?? []);
    const projected = projectDay({ cost: cost.at(-1) ?? 0, calls: calls.at(-1) ?? 0 }, time, uses);
    // Most features are far from the gate: they cost no look at their history.
    if (!projected || projected.cost < gate) {
      return { history, score: 0, found: undefined };
    }
    const series = {
      cost: [...cost.slice(0, -1), projected.cost],
      calls: [...calls.slice(0, -1), projected.calls],
    };
    const scores = scoreDays(series);
    const rules = { gate, dismissed: dismissedDays(history, marks) };
    const found = openRise(series, projected.share, rules, scores);
    return { history, score: scores.at(-1)?.[0]?.score ?? 0, found: found && { ...found, projected } };
  });
  const scores = judged.map(({ score }) => score);
  const isShared = isWidespread(scores, 1);
  return {
    profiles,
    anomalies: judged.flatMap(({ history, found }) =>
      found ? [row(books, history, found, { today, nowMs, isShared })] : []
    ),
  };
}

function row(
  books: AnomalyBooks,
  { feature, environment, team, firstDay, series }: FeatureHistory,
  found: FoundAnomaly & { readonly projected: ProjectedDay },
  { today, nowMs, isShared }: { readonly today: EventDay; readonly nowMs: number; readonly isShared: boolean }
): OpenAnomalyRow {
  const { share } = found.projected;
  const since = firstDay + found.since;
  const cost = series.cost.at(-1) ?? 0;
  const expected = found.expected * share;
  const usual = usualDays(today, today, firstDay).filter((day) => day < since);
  const changed =
    usual.length === 0
      ? undefined
      : whatChanged(
          { days: 1, rows: part(segmentRows(books.segments(feature, environment, usual)), share / usual.length) },
          { days: 1, rows: segmentRows(books.segments(feature, environment, [today])) },
          'so far'
        );
  const deviation = cost - expected;
  const until = new Date(nowMs).toISOString().slice(11, 16);
  return {
    day: today,
    atMs: nowMs,
    ...{ feature, team, environment, since },
    costNanoUsd: BigInt(Math.round(cost)),
    expectedNanoUsd: BigInt(Math.round(expected)),
    score: found.score,
    channel: found.channel,
    windowDays: found.windowDays,
    isDismissed: found.isDismissed,
    isWidespread: isShared,
    sentence: anomalySentence({ feature, since: dayText(today), deviation, expected, until }, changed),
    parts: (changed?.parts ?? [])
      .filter(({ nanoUsd }) => nanoUsd !== 0n)
      .map(({ kind, nanoUsd, sentence }) => ({ kind, nanoUsd: String(nanoUsd), sentence })),
  };
}

/** The part of some days' use that falls before now, as of one day. */
function part(rows: ReturnType<typeof segmentRows>, share: number): ReturnType<typeof segmentRows> {
  return rows.map((row) => ({
    labels: row.labels,
    calls: row.calls * share,
    attempts: row.attempts * share,
    quantities: Object.fromEntries(Object.entries(row.quantities).map(([name, count]) => [name, count * share])),
    costs: Object.fromEntries(
      Object.entries(row.costs).map(([name, cost]) => [name, BigInt(Math.round(Number(cost) * share))])
    ),
  }));
}
