import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { budgets } from '../queries/budgets.ts';
import { closes } from '../queries/closes.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import { firingAlerts } from '../queries/firingAlerts.ts';
import { owners } from '../queries/owners.ts';
import { askAt } from '../queries/question.ts';
import type { Scope } from '../queries/scope.ts';
import { thresholds } from '../queries/thresholds.ts';
import { unallocatedCost } from '../queries/unallocatedCost.ts';
import { askPrometheus } from './askPrometheus.ts';
import type { Attention, BudgetState } from './attention.ts';
import { eachAlertOnce } from './eachAlertOnce.ts';
import type { Books } from './books.ts';
import { closedDayAskedAt } from './closedDayAskedAt.ts';
import { firstValue } from './firstValue.ts';
import { found } from './found.ts';
import { loadGrafanaAlerts } from './loadGrafanaAlerts.ts';
import { monthDays } from './monthDays.ts';
import { ownersByName } from './ownersByName.ts';
import type { PromSource } from './promSource.ts';
import type { Series } from './series.ts';
import { valuesBy } from './valuesBy.ts';

/** Budgets, thresholds and firing alerts of one environment; what fails is told apart. */
export async function loadAttention(
  source: PromSource,
  { environment }: Scope,
  books: Books & { lastClosedDay: number },
  nowMs: number,
  signal?: AbortSignal
): Promise<Attention> {
  const days = monthDays(books.today, books.lastClosedDay);
  const dayEnd = books.lastClosedDay + DAY_MS;
  const askedAt = closedDayAskedAt(books, books.lastClosedDay, nowMs);
  const scope = { environment };
  const month = { days: Math.max(days, 1), lastDay: books.lastClosedDay };
  const last = { last: books.lastClosedDay };
  const [answers, grafana] = await Promise.all([
    askPrometheus(
      source,
      {
        total: askAt(closes('cost', scope, month), dayEnd),
        team: askAt(closes('cost', scope, month, ['team']), dayEnd),
        feature: askAt(closes('cost', scope, month, ['feature']), dayEnd),
        totalBudget: askAt(budgets('total'), nowMs),
        teamBudgets: askAt(budgets('team'), nowMs),
        featureBudgets: askAt(budgets('feature'), nowMs),
        teamOwners: askAt(owners('team'), nowMs),
        featureOwners: askAt(owners('feature'), nowMs),
        thresholds: askAt(thresholds(), nowMs),
        cost: askAt(closes('cost', scope, last), askedAt),
        retries: askAt(closes('waste', scope, last, [], { reason: 'retry' }), askedAt),
        unallocated: askAt(unallocatedCost(scope, books.lastClosedDay), askedAt),
        alerts: askAt(firingAlerts(), nowMs),
      },
      signal
    ),
    loadGrafanaAlerts(signal),
  ]);
  const series = (name: keyof typeof answers): Series[] => found(answers[name]);
  const cost = firstValue(series('cost'));
  const share = (usd: number | undefined) => (usd === undefined || !cost ? undefined : usd / cost);
  const [total] = [...valuesBy(series('totalBudget'), 'name')];
  const spent = firstValue(series('total'));
  return {
    monthDays: days,
    budgets: [
      ...(total && spent !== undefined
        ? [{ scope: 'total' as const, name: total[0], owner: undefined, spent, budget: total[1] }]
        : []),
      ...states('team', series('team'), series('teamBudgets'), series('teamOwners')),
      ...states('feature', series('feature'), series('featureBudgets'), series('featureOwners')),
    ],
    featureOwners: ownersByName(series('featureOwners')),
    thresholds: valuesBy(series('thresholds'), 'name'),
    unallocatedShare: share(firstValue(series('unallocated'))),
    retryShare: share(firstValue(series('retries'))),
    alerts: eachAlertOnce([
      ...series('alerts').map(({ labels }) => ({ labels })),
      ...(grafana.kind === 'value' ? grafana.alerts : []),
    ]),
    alertsFrom:
      grafana.kind === 'value'
        ? 'Alerts are those of Prometheus’ rules and of Grafana’s own'
        : `Alerts are those of Prometheus’ rules: ${grafana.why}`,
    failures: Object.values(answers).flatMap((answer) => (answer.kind === 'failed' ? [answer.words] : [])),
  };
}

function states(
  scope: 'team' | 'feature',
  spent: readonly Series[],
  limits: readonly Series[],
  named: readonly Series[]
): BudgetState[] {
  const costs = valuesBy(spent, scope);
  const owner = ownersByName(named);
  return [...valuesBy(limits, 'name')]
    .filter(([name, budget]) => name !== UNALLOCATED && budget > 0)
    .map(([name, budget]) => ({ scope, name, owner: owner.get(name), spent: costs.get(name) ?? 0, budget }));
}
