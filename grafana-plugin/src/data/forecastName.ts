import type { Scope } from '../queries/scope.ts';
import { FORECAST_LABELS, type ForecastLabel } from './forecastLabel.ts';
import { soleFilter } from './soleFilter.ts';

/** The one name a scope is filtered to, where forecasts are made of such; undefined: the total. */
export function forecastName(scope: Scope): { readonly label: ForecastLabel; readonly name: string } | undefined {
  const sole = soleFilter(scope);
  const label = FORECAST_LABELS.find((known) => known === sole?.label);
  return sole && label && { label, name: sole.value };
}
