import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Registry } from 'prom-client';
import type { DimensionLabels } from '../books/dimensionLabels.ts';
import { registerExactMetric } from '../books/registerExactMetric.ts';
import type { OpenAnomalyRow } from '../store/anomalyRow.ts';

/** Puts on a registry what days that are not closed cost beyond what was expected by now, where that stands out. */
export function registerOpenAnomalies(
  registry: Registry,
  current: () => readonly OpenAnomalyRow[],
  labels: Pick<DimensionLabels, 'shown'>
): void {
  registerExactMetric(registry, {
    name: METRIC.openDayAnomaly,
    help: 'Cost of a UTC day that is not closed beyond what was expected by now, USD; only features that stand out.',
    type: 'gauge',
    values: () => openSeries(current(), labels),
  });
}

/** After midnight a feature may stand out on two days that are not closed: their sum. Labels past their cap are one series. */
function openSeries(rows: readonly OpenAnomalyRow[], labels: Pick<DimensionLabels, 'shown'>) {
  const sums = new Map<string, { labels: Record<string, string>; value: number }>();
  for (const { feature, team, environment, isDismissed, costNanoUsd, expectedNanoUsd } of rows) {
    const shown = {
      feature: labels.shown('feature', feature),
      team: labels.shown('team', team),
      environment: labels.shown('environment', environment),
    };
    const key = JSON.stringify(shown);
    if (!isDismissed) {
      const value = (sums.get(key)?.value ?? 0) + Number(costNanoUsd - expectedNanoUsd) / 1e9;
      sums.set(key, { labels: shown, value });
    }
  }
  return [...sums.values()];
}
