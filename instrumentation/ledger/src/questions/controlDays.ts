import type { DatabaseSync } from 'node:sqlite';
import type { HeldFixed } from '../analysis/impact/heldFixed.ts';
import { isHeldOut } from '../analysis/impact/isHeldOut.ts';
import type { ListedUnits } from '../analysis/impact/listedUnits.ts';
import { standardise } from '../analysis/impact/standardise.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { Optimization, OptimizationScope } from './optimization.ts';
import { overlaps } from './overlaps.ts';
import { scopeCells } from './scopeCells.ts';

interface ControlDays {
  /** Mean of ln cost per request of the members by day; undefined without a member of use. */
  readonly logs: ReadonlyMap<EventDay, number> | undefined;
  readonly members: readonly string[];
  /** In words: who was chosen and left out, and why. */
  readonly notes: readonly string[];
}

/**
 * What the control group of events on one scope did. Its members are the features that any of them chose (on the chosen
 * models, where both were), else the models. A member that was optimized itself in these days, or has a day without
 * priced calls, is left out: it would say of the tide what is its own.
 *
 * @param own events with the same scope
 * @param others all other events
 * @param measured the days that are measured on, rising, and what is held fixed on them
 */
export function controlDays(
  database: DatabaseSync,
  own: readonly Optimization[],
  others: readonly Optimization[],
  measured: { readonly days: readonly EventDay[]; readonly held: HeldFixed; readonly listed: ListedUnits }
): ControlDays {
  const { days, held, listed } = measured;
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  const features = distinct(own.flatMap(({ control }) => control.features));
  const models = distinct(own.flatMap(({ control }) => control.models));
  const environment = own[0]?.scope.environment;
  const within: OptimizationScope = environment === undefined ? {} : { environment };
  const levers = own.map(({ lever }) => lever);

  const kept = new Map<string, ReadonlyMap<EventDay, number>>();
  const notes: string[] = [];
  for (const name of features.length > 0 ? features : models) {
    const scopes =
      features.length > 0 ? withModels({ ...within, feature: name }, models) : [{ ...within, model: name }];
    const by = others.find(
      (other) =>
        other.startDay > first &&
        other.startDay <= last &&
        !isHeldOut(other.lever, levers) &&
        scopes.some((scope) => overlaps(other.scope, scope))
    );
    if (by !== undefined) {
      notes.push(`${name} is left out of the control group: ${by.entry.id} touched it.`);
      continue;
    }
    const cells = scopes.flatMap((scope) => scopeCells(database, scope, first, last));
    const mix = (cell: (typeof cells)[number]) => `${cell.feature}\n${held.mix(cell)}`;
    const logs = new Map(
      standardise(cells, { price: held.price, mix: mix as HeldFixed['mix'] }, listed).map(({ day, log }) => [day, log])
    );
    const gaps = days.filter((day) => !logs.has(day)).length;
    if (gaps > 0) {
      notes.push(
        `${name} is left out of the control group: ${gaps} day${gaps === 1 ? '' : 's'} without a priced call.`
      );
      continue;
    }
    kept.set(name, logs);
  }
  const members = [...kept.keys()];
  if (members.length === 0) {
    return { logs: undefined, members, notes: notes.length > 0 ? [...notes, 'Measured without a control group.'] : [] };
  }
  const meanOn = (day: EventDay) =>
    [...kept.values()].reduce((sum, logs) => sum + (logs.get(day) ?? 0), 0) / members.length;
  return { logs: new Map(days.map((day) => [day, meanOn(day)])), members, notes };
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

const withModels = (scope: OptimizationScope, models: readonly string[]): OptimizationScope[] =>
  models.length === 0 ? [scope] : models.map((model) => ({ ...scope, model }));
