import { BASE_LABELS, METRIC } from '@ai-finops/instrumentation/contract';
import type { Registry } from 'prom-client';
import { DURATION_BUCKETS } from '../store/durationBuckets.ts';
import { eventDay } from '../store/eventDay.ts';
import type { DurationSum } from './durationSums.ts';
import type { LiveBooks } from './liveBooks.ts';
import { registerExactMetric, type ExactMetric } from './registerExactMetric.ts';
import type { SeriesSums } from './seriesSums.ts';
import { scoreText } from './scoreText.ts';
import { usdText } from './usdText.ts';
import { WORK_LABEL_NAMES } from './workLabelNames.ts';

const OPEN_DAY = ['feature', 'team', 'environment'] as const;

/** Puts the live numbers on a registry; `now` decides which day is open. */
export function registerLiveMetrics(registry: Registry, books: LiveBooks, now: () => number): void {
  const sums = (names: readonly string[], series: () => SeriesSums, value: (sum: bigint) => number) => () =>
    [...series()].map(({ values, sum }) => ({ labels: named(names, values), value: value(sum) }));
  const today = () => books.openDay(eventDay(now()));
  const metrics: ExactMetric[] = [
    {
      name: METRIC.cost,
      help: 'Cost of AI calls booked, USD, by time of arrival.',
      type: 'counter',
      values: sums(BASE_LABELS, () => books.cost, usd),
    },
    {
      name: METRIC.requests,
      help: 'AI calls booked, every attempt counted, by time of arrival.',
      type: 'counter',
      values: sums([...BASE_LABELS, 'status'], () => books.requests, Number),
    },
    {
      name: METRIC.tokens,
      help: 'Tokens of AI calls booked; token types are disjoint.',
      type: 'counter',
      values: sums([...BASE_LABELS, 'token_type'], () => books.tokens, Number),
    },
    {
      name: METRIC.unpricedRequests,
      help: 'AI calls booked whose cost is not known, by reason.',
      type: 'counter',
      values: sums(['provider', 'model', 'reason'], () => books.unpriced, Number),
    },
    {
      name: METRIC.openDayCost,
      help: 'Cost of the AI calls of the current UTC day so far, USD, by time of the call.',
      type: 'gauge',
      values: sums(OPEN_DAY, () => today().cost, usd),
    },
    {
      name: METRIC.openDayRequests,
      help: 'AI calls of the current UTC day so far, by time of the call.',
      type: 'gauge',
      values: sums(OPEN_DAY, () => today().requests, Number),
    },
    {
      name: METRIC.openDayWorkUnits,
      help: 'Units of work done on the current UTC day so far, by the time they were done.',
      type: 'gauge',
      values: sums(WORK_LABEL_NAMES.outcome, () => today().workUnits, Number),
    },
    {
      name: METRIC.openDayQualitySum,
      help: 'Sum of the quality scores of the current UTC day so far.',
      type: 'gauge',
      values: sums(
        WORK_LABEL_NAMES.quality,
        () => today().qualitySum,
        (sum) => Number(scoreText(sum))
      ),
    },
    {
      name: METRIC.openDayQualityCount,
      help: 'Quality scores of the current UTC day so far.',
      type: 'gauge',
      values: sums(WORK_LABEL_NAMES.quality, () => today().qualityCount, Number),
    },
    {
      name: METRIC.requestDuration,
      help: 'Duration of AI calls, seconds, from request to last byte.',
      type: 'histogram',
      values: () => [...books.durations].flatMap(histogram),
    },
  ];
  metrics.forEach((metric) => registerExactMetric(registry, metric));
}

/** The double nearest to the exact decimal. */
function usd(nanoUsd: bigint): number {
  return Number(usdText(nanoUsd));
}

function named(names: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}

function histogram({ values, buckets, durationUs }: DurationSum) {
  const labels = named(['feature', 'provider', 'model'], values);
  let reached = 0;
  const cumulative = [...DURATION_BUCKETS.map(String), '+Inf'].map((le, index) => {
    reached += buckets[index] ?? 0;
    return { metricName: `${METRIC.requestDuration}_bucket`, labels: { ...labels, le }, value: reached };
  });
  return [
    ...cumulative,
    { metricName: `${METRIC.requestDuration}_sum`, labels, value: durationUs / 1e6 },
    { metricName: `${METRIC.requestDuration}_count`, labels, value: reached },
  ];
}
