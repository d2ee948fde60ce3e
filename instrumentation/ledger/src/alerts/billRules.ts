import { METRIC } from '@ai-finops/instrumentation/contract';
import type { AlertRule } from './alertRule.ts';
import { overBillThreshold } from './overBillThreshold.ts';

const BY = ['month', 'provider'] as const;
const of = (metric: string) => `max by (${BY.join(', ')}) (${metric})`;
const settled = `${METRIC.billState}{state!="open"}`;
/** Told for two weeks from when a bill is settled: an old month that differs stays as it is. */
const NEWLY_SETTLED = `and on (${BY.join(', ')}) (${of(settled)} unless on (${BY.join(', ')}) ${of(`${settled} offset 14d`)})`;
/** A month's bill is due 30 days after the one before; two weeks more are late. */
const newMonths = `(${of(METRIC.billState)} unless on (${BY.join(', ')}) ${of(`${METRIC.billState} offset 45d`)})`;
const COVERAGE_FALL = `(max by (provider) (${METRIC.billCoverage}) - on (provider) group_right () ${of(METRIC.billCoverage)})`;
const base = { toldTo: 'all', severity: 'warning', page: '/a/aifinops-app/reconciliation' } as const;

/** Whether providers bill what the books say, and whether bills come. */
export const billRules: readonly AlertRule[] = [
  {
    ...base,
    name: 'AIBillDiffers',
    id: 'bill-differs',
    title: 'A bill and the books differ',
    expr: `${overBillThreshold(of(`abs(${METRIC.billVariance})`), 'reconciliation_gap_share')}
${NEWLY_SETTLED}`,
    by: BY,
    summary:
      '{{ $labels.provider }} billed {{ $value | humanizePercentage }} more or less than the books for {{ $labels.month }}',
    description:
      'Of calls that both know; tax, credits and commitments are not in it. The page says why, and what to fix.',
  },
  {
    ...base,
    name: 'AIBillCoverageFalls',
    id: 'bill-coverage',
    title: 'Calls explain less of a bill than before',
    expr: `${overBillThreshold(COVERAGE_FALL, 'bill_coverage_drop_share')}
${NEWLY_SETTLED}`,
    by: BY,
    summary:
      '{{ $value | humanizePercentage }} more of the bill of {{ $labels.provider }} is of calls nobody recorded in {{ $labels.month }}',
    description: 'Against the best of recent months. An account or a service is new there: add the import to it.',
  },
  {
    ...base,
    name: 'AIBillLate',
    id: 'bill-late',
    title: 'A bill does not come',
    expr: `(max by (provider) (${METRIC.billState}) unless on (provider) ${newMonths})
and on (provider) sum by (provider) (last_over_time(${METRIC.dailyCost}[1d2h])) > 0`,
    by: ['provider'],
    summary: 'No new bill of {{ $labels.provider }} came for 45 days',
    description:
      'Its calls still cost money. Import it: `ai-finops bills import` says how, and `ai-finops bills list` what is there.',
  },
];
