import { METRIC } from '@ai-finops/instrumentation/contract';
import type { AlertRule } from './alertRule.ts';

/** Whether optimizations keep what they promised not to harm. */
export const leverRules: readonly AlertRule[] = [
  {
    name: 'AIFlipBack',
    id: 'flip-back',
    title: 'An optimization broke its bar',
    expr: `max by (event, lever, feature) (${METRIC.flipBack})`,
    by: ['event', 'lever', 'feature'],
    toldTo: 'feature',
    severity: 'warning',
    summary: 'Flip back {{ $labels.lever }} of {{ with $labels.feature }}{{ . }}{{ else }}all features{{ end }}',
    description:
      'Its mean score since is below its bar, or its batches take longer than theirs, beyond doubt. Routers that ask /api/v1/lever are told so; the page has the evidence.',
    page: '/a/aifinops-app/optimizations?event={{ $labels.event | urlquery }}',
  },
];
