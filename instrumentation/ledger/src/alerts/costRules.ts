import { BUDGET_SIGNAL, METRIC } from '@ai-finops/instrumentation/contract';
import type { AlertRule } from './alertRule.ts';
import { newOrRising } from './newOrRising.ts';
import { overThreshold } from './overThreshold.ts';

const yesterday = (metric: string) => `last_over_time(${metric}[1d2h])`;
const FEATURE_PAGE = '/a/aifinops-app/attribution?var-feature={{ $labels.feature | urlquery }}';
const FAILING = `${METRIC.requests}{status=~"error|refused"}`;

/** Fewer attempts in a quarter of an hour say nothing about a share. */
const MIN_ATTEMPTS = 20;

/** What AI calls cost, and whether all of them are counted. Daily ones look at the last close. */
export const costRules: readonly AlertRule[] = [
  {
    name: 'AICostAnomaly',
    id: 'anomaly',
    title: 'A feature cost more than usual',
    // One alert for the open day and its close, with the same labels: the close takes over what the open day began.
    expr: `(sum by (feature, team) (${yesterday(METRIC.dailyAnomaly)}) ${overThreshold('anomaly_min_usd_day')})
or (sum by (feature, team) (${METRIC.openDayAnomaly}) ${overThreshold('anomaly_min_usd_day')})`,
    by: ['feature', 'team'],
    toldTo: 'feature',
    severity: 'warning',
    summary: '{{ $labels.feature }} cost {{ printf "%.2f" $value }} USD more than usual, yesterday or today so far',
    description:
      'Compared with what its weekdays usually cost. The page says what changed: volume, prices, prompts, retries.',
    page: FEATURE_PAGE,
  },
  {
    name: 'AIRetryStorm',
    id: 'retry-storm',
    title: 'Attempts of a feature fail and are tried again',
    expr: `sum by (feature, team) (rate(${FAILING}[15m]))
/ (sum by (feature, team) (rate(${METRIC.requests}[15m])) >= ${MIN_ATTEMPTS} / 900)
${overThreshold('failing_attempts_share')}`,
    by: ['feature', 'team'],
    toldTo: 'feature',
    for: '5m',
    severity: 'warning',
    summary: '{{ $value | humanizePercentage }} of the attempts of {{ $labels.feature }} fail',
    description:
      'In the last 15 minutes. Attempts that the provider bills cost money twice: cap retries, or stop calling.',
    page: FEATURE_PAGE,
  },
  {
    name: 'AIRetryCost',
    id: 'retry-cost',
    title: 'Retries of a feature cost too much',
    expr: `sum by (feature, team) (${yesterday(`${METRIC.dailyWaste}{reason="retry"}`)})
/ (sum by (feature, team) (${yesterday(METRIC.dailyFeatureCost)}) > 0)
${overThreshold('retry_cost_share')}`,
    by: ['feature', 'team'],
    toldTo: 'feature',
    severity: 'warning',
    summary: '{{ $value | humanizePercentage }} of the cost of {{ $labels.feature }} went into retries yesterday',
    description: 'Every attempt after the first, however it ended. Cap retries, raise timeouts, or spread the load.',
    page: FEATURE_PAGE,
  },
  {
    name: 'AIBudgetRefusals',
    id: 'refusals',
    title: 'Calls of an agent are refused by its budget',
    expr: newOrRising(`${BUDGET_SIGNAL.refusals}_total`, ['feature', 'team', 'reason'], '1h'),
    by: ['feature', 'team', 'reason'],
    toldTo: 'feature',
    severity: 'warning',
    summary: '{{ $labels.feature }}: {{ printf "%.0f" $value }} calls in an hour were refused by their budget',
    description:
      'Reason: {{ $labels.reason }}. The task ends with a BudgetExceededError. A loop, or a budget that is too small.',
    page: FEATURE_PAGE,
  },
  {
    name: 'AIQualityBelowBar',
    id: 'quality',
    title: 'The quality of a feature is below its bar',
    expr: `(
  sum by (feature) (sum_over_time(${METRIC.dailyQualitySum}[7d]))
  / (sum by (feature) (sum_over_time(${METRIC.dailyQualityCount}[7d])) > 0)
  < on (feature) ${METRIC.qualityBar}
) * on (feature) group_left (team) ${METRIC.featureInfo}`,
    by: ['feature', 'team'],
    toldTo: 'feature',
    severity: 'warning',
    summary: 'Quality of {{ $labels.feature }} is {{ printf "%.2f" $value }}, below its bar',
    description: 'Mean score of seven days. Did a cheaper model or a shorter prompt cost more than it saved?',
    page: FEATURE_PAGE,
  },
  {
    name: 'AIUnallocatedCost',
    id: 'unallocated',
    title: 'Too much AI cost names no feature',
    expr: `sum(${yesterday(`${METRIC.dailyUnallocated}{missing="feature"}`)})
/ (sum(${yesterday(METRIC.dailyFeatureCost)}) > 0)
${overThreshold('unallocated_share')}`,
    by: [],
    toldTo: 'all',
    severity: 'warning',
    summary: '{{ $value | humanizePercentage }} of yesterday’s AI cost names no feature',
    description: 'Wrap those calls in withAttribution({ feature }), or give the service a default feature.',
    page: '/a/aifinops-app/attribution?var-feature=unallocated',
  },
  {
    name: 'AIUnpricedCalls',
    id: 'unpriced',
    title: 'Too many AI calls have no price',
    expr: `sum(${yesterday(METRIC.dailyUnpricedRequests)})
/ (sum(${yesterday(METRIC.dailyFeatureRequests)}) > 0)
${overThreshold('unpriced_share')}`,
    by: [],
    toldTo: 'all',
    severity: 'warning',
    summary: 'The cost of {{ $value | humanizePercentage }} of yesterday’s AI calls is not known',
    description:
      'They are in no sum. genai_daily_unpriced_requests has model and reason; most need a rate: ai-finops price.',
    page: '/a/aifinops-app/requests',
  },
  {
    name: 'AIUncapturedCalls',
    id: 'uncaptured',
    title: 'AI calls are made in a way that is not captured',
    expr: newOrRising('ai_finops_uncaptured_calls_total', ['host', 'transport'], '1h'),
    by: ['host', 'transport'],
    toldTo: 'all',
    severity: 'warning',
    summary: '{{ printf "%.0f" $value }} calls to {{ $labels.host }} in an hour were not captured',
    description: 'They went by {{ $labels.transport }}, which cannot be read: their cost is missing. Call by fetch.',
  },
];
