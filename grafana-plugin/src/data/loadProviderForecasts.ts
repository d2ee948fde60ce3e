import type { MonthlyUse } from '@ai-finops/ledger/analysis';
import { providerForecasts } from '../queries/providerForecasts.ts';
import { askAt } from '../queries/question.ts';
import type { Answer } from './answer.ts';
import { askPrometheus } from './askPrometheus.ts';
import { mapAnswer } from './mapAnswer.ts';
import type { PromSource } from './promSource.ts';
import type { Series } from './series.ts';

/** What a month at one provider may cost: the middle, and what 80 of 100 cases lie between. USD. */
export interface ProviderForecast {
  readonly name: string;
  readonly use: MonthlyUse;
}

/** Of a month of 365 / 12 days in the 30 that are forecast. */
const MONTH = 365 / 12 / 30;

/** The forecasts of all providers that have one, dearest first. */
export async function loadProviderForecasts(
  source: PromSource,
  nowMs: number,
  signal?: AbortSignal
): Promise<Answer<readonly ProviderForecast[]>> {
  const { forecasts } = await askPrometheus(source, { forecasts: askAt(providerForecasts(), nowMs) }, signal);
  return mapAnswer(forecasts, byProvider);
}

function byProvider(series: readonly Series[]): readonly ProviderForecast[] {
  const at = (name: string, quantile: string): number | undefined => {
    const found = series.find(({ labels }) => labels['name'] === name && labels['quantile'] === quantile);
    const value = found?.points.at(-1)?.value;
    return value === undefined ? undefined : value * MONTH;
  };
  return [...new Set(series.map(({ labels }) => labels['name'] ?? ''))]
    .flatMap((name) => {
      const [low, middle, high] = [at(name, '0.1'), at(name, '0.5'), at(name, '0.9')];
      return low === undefined || middle === undefined || high === undefined
        ? []
        : [{ name, use: { low, middle, high } }];
    })
    .toSorted((a, b) => b.use.middle - a.use.middle);
}
