import { METRIC } from '@ai-finops/instrumentation/contract';
import type { AlertRule } from './alertRule.ts';

const THIS_MONTH = 'count_values("month", month(vector(time())))';
/** A close is stamped with the end of its day: a second earlier it is that day. */
const MONTH_OF_CLOSE = 'count_values("month", month(vector(time() - 1)))';

/**
 * The closed days of this month by tenant, with the scope and name that budgets have: of the last 32 closes those whose
 * month is this one. A subquery of a day's step looks at 00:00 UTC, where closes are stamped.
 */
const TENANT_MONTH = `label_replace(label_replace(
    sum by (tenant) (
      sum_over_time((sum by (tenant) (${METRIC.dailyTenantCost}) * on () group_left (month) ${MONTH_OF_CLOSE})[32d:1d])
      and on (month) ${THIS_MONTH}
    ),
    "name", "$1", "tenant", "(.+)"), "scope", "tenant", "", "")`;

/** Share of the month's budget that is used, by scope and name. */
const SHARE = `(
  ${METRIC.monthCost}{scope="total"}
  or label_replace(${METRIC.monthCost}{scope="team"}, "team", "$1", "name", "(.+)")
  or label_replace(${METRIC.monthCost}{scope="feature"}, "feature", "$1", "name", "(.+)")
  or ${TENANT_MONTH}
) / on (scope, name) group_left () ${METRIC.budget}{period="month"}`;

const threshold = (name: string) => `on () group_left () ${METRIC.threshold}{name="${name}"}`;
const FROM_NOTICE = `>= ${threshold('budget_notice_share')}`;
const FROM_WARNING = `>= ${threshold('budget_warning_share')}`;
const BELOW_WARNING = `< ${threshold('budget_warning_share')}`;

const base = {
  by: ['scope', 'name'],
  toldTo: 'named',
  page: '/a/aifinops-app/overview',
} as const;

/** One at a time speaks: each begins where the one before ends. */
export const budgetRules: readonly AlertRule[] = [
  {
    ...base,
    name: 'AIBudgetHalfUsed',
    id: 'budget-half',
    title: 'Half of an AI budget is used',
    expr: `${SHARE} ${FROM_NOTICE} ${BELOW_WARNING}`,
    severity: 'info',
    summary: '{{ $labels.name }} has used {{ $value | humanizePercentage }} of its AI budget for the month',
    description:
      'Cost of the calendar month (UTC) against the budget of the {{ $labels.scope }}; of tenants, its closed days.',
  },
  {
    ...base,
    name: 'AIBudgetNearlyUsed',
    id: 'budget-near',
    title: 'An AI budget is nearly used',
    expr: `${SHARE} ${FROM_WARNING} < 1`,
    severity: 'warning',
    summary: '{{ $labels.name }} has used {{ $value | humanizePercentage }} of its AI budget for the month',
    description: 'Look at what drives it, or ask for another budget before it is used up.',
  },
  {
    ...base,
    name: 'AIBudgetExceeded',
    id: 'budget-over',
    title: 'An AI budget is used up',
    expr: `${SHARE} >= 1`,
    severity: 'critical',
    summary: '{{ $labels.name }} is over its AI budget: {{ $value | humanizePercentage }} of the month',
    description: 'Nothing is cut off. Decide: reduce, or set another budget in the owners file.',
  },
];
