import { BASE_LABELS, METRIC } from '@ai-finops/instrumentation/contract';
import type { Registry } from 'prom-client';
import { eventDay } from '../store/eventDay.ts';
import type { DurationSums } from './durationSums.ts';
import { histogramLines } from './histogramLines.ts';
import type { LiveBooks } from './liveBooks.ts';
import { registerSeries, type SeriesMetric } from './registerSeries.ts';
import { scoreText } from './scoreText.ts';
import { seriesLines } from './seriesLines.ts';
import type { SeriesSums } from './seriesSums.ts';
import { usdText } from './usdText.ts';
import { WORK_LABEL_NAMES } from './workLabelNames.ts';

const OPEN_DAY = ['feature', 'team', 'environment'] as const;

/** Puts the live numbers on a registry; `now` decides which day is open. */
export function registerLiveMetrics(registry: Registry, books: LiveBooks, now: () => number): void {
  const today = () => books.openDay(eventDay(now()));
  const register = (
    type: 'counter' | 'gauge',
    name: string,
    help: string,
    labels: readonly string[],
    series: () => SeriesSums,
    value: (sum: bigint) => number
  ) => registerSeries(registry, { name, help, type, lines: seriesLines({ name, labels, value }, series) });

  register(
    'counter',
    METRIC.cost,
    'Cost of AI calls booked, USD, by time of arrival.',
    BASE_LABELS,
    () => books.cost,
    usd
  );
  register(
    'counter',
    METRIC.requests,
    'AI calls booked, every attempt counted, by time of arrival.',
    [...BASE_LABELS, 'status'],
    () => books.requests,
    Number
  );
  register(
    'counter',
    METRIC.tokens,
    'Tokens of AI calls booked; token types are disjoint.',
    [...BASE_LABELS, 'token_type'],
    () => books.tokens,
    Number
  );
  register(
    'counter',
    METRIC.unpricedRequests,
    'AI calls booked whose cost is not known, by reason.',
    ['provider', 'model', 'reason'],
    () => books.unpriced,
    Number
  );
  register(
    'gauge',
    METRIC.openDayCost,
    'Cost of the AI calls of the current UTC day so far, USD, by time of the call.',
    OPEN_DAY,
    () => today().cost,
    usd
  );
  register(
    'gauge',
    METRIC.openDayRequests,
    'AI calls of the current UTC day so far, by time of the call.',
    OPEN_DAY,
    () => today().requests,
    Number
  );
  register(
    'gauge',
    METRIC.openDayWorkUnits,
    'Units of work done on the current UTC day so far, by the time they were done.',
    WORK_LABEL_NAMES.outcome,
    () => today().workUnits,
    Number
  );
  register(
    'gauge',
    METRIC.openDayQualitySum,
    'Sum of the quality scores of the current UTC day so far.',
    WORK_LABEL_NAMES.quality,
    () => today().qualitySum,
    (sum) => Number(scoreText(sum))
  );
  register(
    'gauge',
    METRIC.openDayQualityCount,
    'Quality scores of the current UTC day so far.',
    WORK_LABEL_NAMES.quality,
    () => today().qualityCount,
    Number
  );
  registerSeries(registry, durations(books.durations));
}

function durations(sums: DurationSums): SeriesMetric {
  const name = METRIC.requestDuration;
  return {
    ...{ name, type: 'histogram', help: 'Duration of AI calls, seconds, from request to last byte.' },
    lines: histogramLines(name, ['feature', 'provider', 'model'], sums),
  };
}

/** The double nearest to the exact decimal. */
function usd(nanoUsd: bigint): number {
  return Number(usdText(nanoUsd));
}
