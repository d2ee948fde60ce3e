import type { BreakdownRow } from './breakdownRow.ts';
import { ownersByName } from './ownersByName.ts';
import type { Series } from './series.ts';
import { valuesBy } from './valuesBy.ts';

interface BreakdownSeries {
  readonly cost: readonly Series[];
  readonly weekBefore: readonly Series[];
  readonly periodCost: readonly Series[];
  readonly calls: readonly Series[];
  readonly teams: readonly Series[];
  readonly owners: readonly Series[];
}

/** One row for each name that any answer knows, the dearest yesterday first, then the dearest of the period. */
export function breakdownRows(label: string, series: BreakdownSeries): BreakdownRow[] {
  const cost = valuesBy(series.cost, label);
  const weekBefore = valuesBy(series.weekBefore, label);
  const periodCost = valuesBy(series.periodCost, label);
  const calls = valuesBy(series.calls, label);
  const owners = ownersByName(series.owners);
  const names = new Set([...cost.keys(), ...periodCost.keys(), ...calls.keys()]);
  return [...names]
    .map((name) => ({
      name,
      teams: label === 'feature' ? teamsOf(name, series.teams) : [],
      owner: owners.get(name),
      cost: cost.get(name),
      weekBefore: weekBefore.get(name),
      periodCost: periodCost.get(name),
      calls: calls.get(name),
    }))
    .toSorted(
      (a, b) =>
        (b.cost ?? 0) - (a.cost ?? 0) || (b.periodCost ?? 0) - (a.periodCost ?? 0) || a.name.localeCompare(b.name, 'en')
    );
}

const teamsOf = (feature: string, teams: readonly Series[]): string[] =>
  teams
    .filter(({ labels }) => labels['feature'] === feature)
    .toSorted((a, b) => (b.points.at(-1)?.value ?? 0) - (a.points.at(-1)?.value ?? 0))
    .map(({ labels }) => labels['team'] ?? '');
