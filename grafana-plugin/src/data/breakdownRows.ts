import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import type { BreakdownRow } from './breakdownRow.ts';
import { ownersByName } from './ownersByName.ts';
import type { Series } from './series.ts';
import { valuesBy } from './valuesBy.ts';

type Asked = 'cost' | 'weekBefore' | 'periodCost' | 'calls' | 'teams' | 'owners' | 'monthCost' | 'budgets' | 'outcomes';

/** One row for each name that any answer knows, the dearest of the day first, then the dearest of the period. */
export function breakdownRows(label: string, series: Readonly<Record<Asked, readonly Series[]>>): BreakdownRow[] {
  const cost = valuesBy(series.cost, label);
  const weekBefore = valuesBy(series.weekBefore, label);
  const periodCost = valuesBy(series.periodCost, label);
  const calls = valuesBy(series.calls, label);
  const monthCost = valuesBy(series.monthCost, label);
  const outcomes = valuesBy(series.outcomes, label);
  const budgets = valuesBy(series.budgets, 'name');
  const owners = ownersByName(series.owners);
  const names = new Set([...cost.keys(), ...periodCost.keys(), ...calls.keys()]);
  return [...names]
    .map((name) => ({
      name,
      owner: owners.get(name) ?? (label === 'feature' ? firstTeam(name, series.teams) : undefined),
      cost: cost.get(name),
      weekBefore: weekBefore.get(name),
      periodCost: periodCost.get(name),
      calls: calls.get(name),
      outcomes: outcomes.get(name) || undefined,
      budgetUsed: share(monthCost.get(name), budgets.get(name)),
    }))
    .toSorted(
      (a, b) =>
        (b.cost ?? 0) - (a.cost ?? 0) || (b.periodCost ?? 0) - (a.periodCost ?? 0) || a.name.localeCompare(b.name, 'en')
    );
}

const share = (part: number | undefined, whole: number | undefined): number | undefined =>
  part === undefined || !whole ? undefined : part / whole;

const firstTeam = (feature: string, teams: readonly Series[]): string | undefined =>
  teams
    .filter(({ labels }) => labels['feature'] === feature)
    .filter(({ labels }) => labels['team'] !== UNALLOCATED)
    .toSorted((a, b) => (b.points.at(-1)?.value ?? 0) - (a.points.at(-1)?.value ?? 0))[0]?.labels['team'];
