import { METRIC, QUOTA_SIGNAL } from '@ai-finops/instrumentation/contract';
import type { AlertRule } from './alertRule.ts';
import { newOrRising } from './newOrRising.ts';

const usedUp = (kind: 'soft' | 'hard') =>
  `${METRIC.quotaSpent} >= on (scope, name, period) ${METRIC.quota}{kind="${kind}"}`;
const base = {
  by: ['scope', 'name', 'period'],
  toldTo: 'named',
  page: '/a/aifinops-app/attribution?by={{ $labels.scope }}',
} as const;

/** Whether quotas are used up, and whether they can be obeyed. */
export const quotaRules: readonly AlertRule[] = [
  {
    ...base,
    name: 'AIQuotaSoftExceeded',
    id: 'quota-soft',
    title: 'A soft AI quota is used up',
    expr: usedUp('soft'),
    severity: 'warning',
    summary: '{{ $labels.name }} spent {{ printf "%.2f" $value }} USD this {{ $labels.period }}, its soft quota',
    description: 'Nothing is cut off. Look at what drives it before a hard quota is, or ask for another one.',
  },
  {
    ...base,
    name: 'AIQuotaHardExceeded',
    id: 'quota-hard',
    title: 'A hard AI quota is used up',
    expr: usedUp('hard'),
    severity: 'critical',
    summary: '{{ $labels.name }} spent {{ printf "%.2f" $value }} USD this {{ $labels.period }}, its hard quota',
    description:
      'Services that opted in make no more calls for it until the {{ $labels.period }} (UTC) ends; the others go on.',
  },
  {
    name: 'AIQuotaUnchecked',
    id: 'quota-unseen',
    title: 'Calls are made without a look at their quota',
    expr: newOrRising(`${QUOTA_SIGNAL.uncheckedCalls}_total`, ['scope', 'reason'], '1h'),
    by: ['scope', 'reason'],
    toldTo: 'all',
    severity: 'warning',
    summary:
      '{{ printf "%.0f" $value }} calls in an hour were let through without a look at the quota of their {{ $labels.scope }}',
    description: 'Reason: {{ $labels.reason }}. The service opted in, and the ledger did not answer it.',
  },
];
