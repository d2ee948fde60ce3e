import { METRIC } from '@ai-finops/instrumentation/contract';
import type { PolicyRule } from '../analysis/policy/policyRule.ts';
import type { AlertRule } from './alertRule.ts';

const of = (rule: PolicyRule) =>
  `max by (feature, request_type, provider, model) (${METRIC.policyFinding}{rule="${rule}"})`;
const base = {
  by: ['feature', 'request_type', 'provider', 'model'],
  toldTo: 'feature',
  page: '/a/aifinops-app/attribution?by=model&var-feature={{ $labels.feature | urlquery }}',
} as const;
const COST = '{{ printf "%.2f" $value }} USD of calls in four weeks.';

/** Models that are not used as the owners file says. The ledger finds them after each close; here somebody is told. */
export const policyRules: readonly AlertRule[] = [
  {
    ...base,
    name: 'AIUnapprovedModel',
    id: 'unapproved',
    title: 'A model is used that is not approved',
    expr: of('unapproved_model'),
    severity: 'warning',
    summary: '{{ $labels.feature }} uses {{ $labels.model }}, which is not approved',
    description: `${COST} Move them to an approved model, or approve it in the owners file.`,
  },
  {
    ...base,
    name: 'AIModelRetires',
    id: 'model-retires',
    title: 'A model in use is switched off soon',
    expr: of('retiring_model'),
    severity: 'warning',
    summary: '{{ $labels.feature }} uses {{ $labels.model }}, which is switched off within 90 days or was to be',
    description: `${COST} The page has the day, and what its replacement would cost on the same tokens.`,
  },
  {
    ...base,
    name: 'AITopTierDefault',
    id: 'top-default',
    title: 'Requests usually go to a model of the top tier',
    expr: of('top_tier_default'),
    severity: 'info',
    summary: '{{ $labels.request_type }} of {{ $labels.feature }} usually goes to {{ $labels.model }}, of the top tier',
    description: `${COST} Would a smaller model do for most of them?`,
  },
  {
    ...base,
    name: 'AINoApprovedFallback',
    id: 'no-fallback',
    title: 'Requests have no approved model to fall back on',
    expr: of('no_approved_fallback'),
    severity: 'info',
    summary: '{{ $labels.request_type }} of {{ $labels.feature }} has no approved fallback',
    description: `${COST} Name one in the owners file that is approved, stays, and is not the default.`,
  },
  {
    ...base,
    name: 'AIModelUnevaluated',
    id: 'unevaluated',
    title: 'A model took over before it was evaluated',
    expr: of('switched_unevaluated'),
    severity: 'warning',
    summary:
      '{{ $labels.model }} took over {{ $labels.request_type }} of {{ $labels.feature }} before it was evaluated there',
    description: `${COST} It has more than 5 % of them. Evaluate it on this request type, or go back.`,
  },
  {
    ...base,
    name: 'AISwitchBelowBar',
    id: 'switch-below',
    title: 'A model took over and its quality is below the bar',
    expr: of('quality_below_bar'),
    severity: 'warning',
    summary:
      '{{ $labels.model }} took over {{ $labels.request_type }} of {{ $labels.feature }} and scores below its bar',
    description: `${COST} Go back, or change what it is asked.`,
  },
];
