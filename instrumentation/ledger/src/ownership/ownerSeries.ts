import { METRIC } from '@ai-finops/instrumentation/contract';
import { amountOn } from '../analysis/economics/amountByDay.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { ModelTerms } from './modelTerms.ts';
import type { Owner, Owners } from './owners.ts';
import { totalName } from './totalName.ts';
import { turnaroundBars } from './turnaroundBars.ts';

interface OwnerMetric {
  readonly name: string;
  readonly help: string;
  readonly series: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

interface Named extends Owner {
  readonly scope: 'total' | 'team' | 'feature' | 'tenant';
  readonly name: string;
  readonly budgetPerMonth?: string | undefined;
}

/**
 * What an owners file says, as undated metrics: facts are labels of series that are 1.
 *
 * @param today of what changes with the days, only what holds now
 */
export function ownerSeries(owners: Owners, today: EventDay): OwnerMetric[] {
  const { total, features, teams, tenants, models, thresholds, billThresholds } = owners;
  const all: Named[] = [
    { scope: 'total', name: totalName(owners), ...total },
    ...[...teams].map(([name, team]) => ({ scope: 'team' as const, name, ...team })),
    ...[...features].map(([name, feature]) => ({ scope: 'feature' as const, name, ...feature })),
    ...[...tenants].map(([name, tenant]) => ({ scope: 'tenant' as const, name, ...tenant })),
  ];
  return [
    {
      name: METRIC.ownerInfo,
      help: 'Who answers for what; for the total, name is the team.',
      series: all
        .filter(({ owner, contact, costCentre }) => owner ?? contact ?? costCentre)
        .map(({ scope, name, owner = '', contact = '', costCentre = '' }) =>
          gauge({ scope, name, owner, contact, cost_centre: costCentre })
        ),
    },
    {
      name: METRIC.budget,
      help: 'Budget, USD for each period.',
      series: all.flatMap(({ scope, name, budgetPerMonth }) =>
        budgetPerMonth === undefined ? [] : [gauge({ scope, name, period: 'month' }, budgetPerMonth)]
      ),
    },
    {
      name: METRIC.threshold,
      help: 'When it is too much, by name.',
      series: [...thresholds].map(([name, amount]) => gauge({ name }, amount)),
    },
    {
      name: METRIC.providerThreshold,
      help: 'The same of the bills of one provider, where it has its own.',
      series: [...billThresholds].flatMap(([provider, own]) =>
        Object.entries(own).map(([name, amount]) => gauge({ provider, name }, amount))
      ),
    },
    {
      name: METRIC.modelInfo,
      help: 'What is thought of a model, and when its provider switches it off.',
      series: models.map(modelInfo),
    },
    {
      name: METRIC.modelRetires,
      help: 'When a model is switched off: the start of that UTC day, Unix seconds.',
      series: models.flatMap(({ provider, model, retires }) =>
        retires === undefined ? [] : [{ labels: { provider, model }, value: Date.parse(retires) / 1_000 }]
      ),
    },
    {
      name: METRIC.quota,
      help: 'What may be spent in a period, USD.',
      series: owners.quotas.map(({ scope, name, period, kind, usd }) => gauge({ scope, name, period, kind }, usd)),
    },
    {
      name: METRIC.tenantInfo,
      help: 'Segment and plan of a tenant.',
      series: [...tenants].map(([tenant, { segment = '', plan = '' }]) => gauge({ tenant, segment, plan })),
    },
    {
      name: METRIC.featureInfo,
      help: 'Team and unit of work of a feature.',
      series: [...features].map(([feature, { team = '', unitOfWork = '' }]) =>
        gauge({ feature, team, unit: unitOfWork })
      ),
    },
    {
      name: METRIC.qualityBar,
      help: 'Mean quality score a feature has to reach.',
      series: [...features].flatMap(([feature, { qualityBar }]) =>
        qualityBar === undefined ? [] : [gauge({ feature }, qualityBar)]
      ),
    },
    {
      name: METRIC.batchTurnaroundBar,
      help: 'What batches of a feature may take on average, seconds.',
      series: [...turnaroundBars(owners)].map(([feature, hours]) => ({ labels: { feature }, value: hours * 3_600 })),
    },
    {
      name: METRIC.unitValue,
      help: 'What a unit of work is worth to its user, USD.',
      series: [...features].flatMap(([feature, { valuePerUnit }]) => {
        const nanoUsd = amountOn(valuePerUnit, today);
        return nanoUsd === undefined ? [] : [{ labels: { feature }, value: Number(nanoUsd) / 1e9 }];
      }),
    },
  ];
}

function modelInfo({ provider, model, tier = '', approved, retires = '', replacement = '' }: ModelTerms) {
  const words = { tier, approved: approved === undefined ? '' : String(approved), retires, replacement };
  return gauge({ provider, model, ...words });
}

function gauge(labels: Readonly<Record<string, string>>, amount = '1') {
  return { labels, value: Number(amount) };
}
