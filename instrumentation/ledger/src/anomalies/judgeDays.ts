import { anomalySentence } from '../analysis/anomaly/anomalySentence.ts';
import { findAnomalies, type FoundAnomaly } from '../analysis/anomaly/findAnomalies.ts';
import { isWidespread } from '../analysis/anomaly/isWidespread.ts';
import { scoreDays } from '../analysis/anomaly/scoreDays.ts';
import { usualDays } from '../analysis/anomaly/usualDays.ts';
import { segmentRows } from '../analysis/whatChanged/segmentRows.ts';
import { whatChanged } from '../analysis/whatChanged/whatChanged.ts';
import type { AnomalyBooks } from '../store/anomalyBooks.ts';
import type { AnomalyRow, AnomalyRun } from '../store/anomalyRow.ts';
import { dayText } from '../store/dayText.ts';
import type { EventDay } from '../store/eventDay.ts';
import { dismissedDays } from './dismissedDays.ts';
import { featureHistories, type FeatureHistory } from './featureHistory.ts';
import { HISTORY_DAYS } from './historyDays.ts';
import type { Mark } from './mark.ts';

export interface JudgeRequest {
  readonly days: readonly EventDay[];
  /** Nano-USD a day. */
  readonly gate: number;
  readonly marks: readonly Mark[];
}

/** Judges closed days: each by what was booked for it and for the days before it. One run a day, also where none stood out. */
export function judgeDays(books: AnomalyBooks, { days, gate, marks }: JudgeRequest): AnomalyRun[] {
  const [first, through] = [Math.min(...days), Math.max(...days)];
  if (days.length === 0) {
    return [];
  }
  const histories = featureHistories(books.featureDays(first - HISTORY_DAYS, through), through, gate);
  const judged = histories.map((history) => {
    const scores = scoreDays(history.series);
    const dismissed = dismissedDays(history, marks);
    return { history, scores, found: findAnomalies(history.series, { gate, dismissed }, scores) };
  });
  return days.map((day) => {
    const scores = judged.map((one) => one.scores[day - one.history.firstDay]?.[0]?.score ?? 0);
    const anomalies = judged.flatMap(({ history, found }) =>
      found
        .filter((one) => one.day === day - history.firstDay)
        .map((one) => row(books, history, one, found, isWidespread(scores, Math.sign(one.score))))
    );
    return { day, anomalies };
  });
}

function row(
  books: AnomalyBooks,
  history: FeatureHistory,
  found: FoundAnomaly,
  all: readonly FoundAnomaly[],
  isShared: boolean
): AnomalyRow {
  const { feature, environment, team, firstDay, series } = history;
  const day = firstDay + found.day;
  const since = firstDay + found.since;
  const incident = all.filter(
    (one) => one.since === found.since && one.day <= found.day && one.score * found.score > 0
  );
  const mean = (of: (one: FoundAnomaly) => number) => incident.reduce((sum, one) => sum + of(one), 0) / incident.length;
  const expected = mean((one) => one.expected);
  const deviation = mean((one) => (series.cost[one.day] ?? 0) - one.expected);
  const days = incident.map((one) => firstDay + one.day);
  const usual = usualDays(since, day, firstDay);
  const changed =
    usual.length === 0
      ? undefined
      : whatChanged(
          { days: usual.length, rows: segmentRows(books.segments(feature, environment, usual)) },
          { days: days.length, rows: segmentRows(books.segments(feature, environment, days)) }
        );
  const scale = changed?.per === 'period' ? BigInt(days.length) : 1n;
  return {
    day,
    feature,
    team,
    environment,
    since,
    costNanoUsd: BigInt(Math.round(series.cost[found.day] ?? 0)),
    expectedNanoUsd: BigInt(Math.round(found.expected)),
    score: found.score,
    channel: found.channel,
    windowDays: found.windowDays,
    isDismissed: found.isDismissed,
    isWidespread: isShared,
    sentence: anomalySentence({ feature, since: dayText(since), deviation, expected }, changed),
    parts: (changed?.parts ?? [])
      .filter(({ nanoUsd }) => nanoUsd !== 0n)
      .map(({ kind, nanoUsd, sentence }) => ({ kind, nanoUsd: String(nanoUsd / scale), sentence })),
  };
}
