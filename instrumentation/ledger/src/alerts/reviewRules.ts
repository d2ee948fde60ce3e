import { METRIC } from '@ai-finops/instrumentation/contract';
import type { AlertRule } from './alertRule.ts';
import { overThreshold } from './overThreshold.ts';

/** Whether the weekly review takes place. */
export const reviewRules: readonly AlertRule[] = [
  {
    name: 'AIReviewsSkipped',
    id: 'reviews-skipped',
    title: 'Weekly reviews are skipped',
    expr: `max(${METRIC.reviewsSkipped}) ${overThreshold('reviews_skipped')}`,
    by: [],
    toldTo: 'all',
    severity: 'info',
    summary: '{{ printf "%.0f" $value }} weekly reviews in a row were skipped',
    description: 'The page has the agenda of the last week, ready in half an hour.',
    page: '/a/aifinops-app/review',
  },
];
