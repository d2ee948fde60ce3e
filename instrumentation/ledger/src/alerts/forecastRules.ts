import { METRIC } from '@ai-finops/instrumentation/contract';
import type { AlertRule } from './alertRule.ts';
import { overThreshold } from './overThreshold.ts';

/** A series for each scope and name, with the label that a feature, team or provider has elsewhere, too. */
function byScope(metric: string, scopes: readonly string[], labels = ''): string {
  const of = (scope: string) => `max by (scope, name) (${metric}{scope="${scope}"${labels}})`;
  const parts = scopes.map((scope) =>
    scope === 'total' ? of(scope) : `label_replace(${of(scope)}, "${scope}", "$1", "name", "(.+)")`
  );
  return `(\n  ${parts.join('\n  or ')}\n)`;
}

const FORECAST_PAGE = '/a/aifinops-app/forecast';

/** What is to come, by the newest forecast, and whether forecasts can be believed. */
export const forecastRules: readonly AlertRule[] = [
  {
    // Used up, it is AIBudgetExceeded's; a day that is over was not kept up by closes.
    name: 'AIBudgetWillRunOut',
    id: 'budget-ends',
    title: 'An AI budget will not last the month',
    expr: `${byScope(METRIC.budgetRunsOut, ['total', 'team', 'feature'], ', period="month", bound="expected"')} > time() - 86400`,
    by: ['scope', 'name'],
    toldTo: 'named',
    severity: 'warning',
    summary: 'The AI budget of {{ $labels.name }} runs out on {{ humanizeTimestamp $value | printf "%.10s" }}',
    description:
      'By the forecast, at usage as it is. The page has the range, and what half or double the usage would do.',
    page: FORECAST_PAGE,
  },
  {
    name: 'AIForecastOff',
    id: 'forecast-off',
    title: 'Cost leaves the bounds of its forecast',
    expr: `${byScope(METRIC.forecastOutside, ['total', 'provider', 'team', 'feature'])} ${overThreshold('forecast_outside_share')}`,
    by: ['scope', 'name'],
    toldTo: 'named',
    severity: 'info',
    summary:
      '{{ $labels.name }} cost more or less than 95 % bounds said on {{ $value | humanizePercentage }} of the days',
    description:
      'Of the newest weekly forecast with seven closed days. What changed is not in its history: do not plan with it yet.',
    page: FORECAST_PAGE,
  },
];
