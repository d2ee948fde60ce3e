import { splitNames } from '../analysis/impact/splitNames.ts';
import type { EventDay } from '../store/eventDay.ts';
import { parseDay } from '../store/parseDay.ts';
import type { KeptEntry } from './recordRow.ts';

/** What a record of an optimization may be narrowed to. */
export const OPTIMIZATION_SCOPE = [
  ...(['feature', 'team', 'tenant', 'requestType', 'provider', 'model', 'environment'] as const),
] as const;

export type OptimizationScope = Readonly<Partial<Record<(typeof OPTIMIZATION_SCOPE)[number], string>>>;

/** A recorded optimization as it is measured. */
export interface Optimization {
  readonly entry: KeptEntry;
  readonly lever: string;
  /** What is measured: routing moves calls away from the model it names, so that its scope has none. */
  readonly scope: OptimizationScope;
  readonly startDay: EventDay;
  /** The first day it was in force on whole. */
  readonly fullDay: EventDay;
  /** Calls it cannot have touched, by feature, model, or both; empty lists: no control group. */
  readonly control: { readonly features: readonly string[]; readonly models: readonly string[] };
  readonly expectedUsdPerMonth: number | undefined;
  readonly qualityBar: number | undefined;
  /** Hours. */
  readonly turnaroundBar: number | undefined;
}

/** @param entry an entry of the kind `events`; undefined where it names no day */
export function optimization(entry: KeptEntry): Optimization | undefined {
  const text = (name: string) => (typeof entry.content[name] === 'string' ? entry.content[name] : undefined);
  const number = (name: string) => (text(name) === undefined ? undefined : Number(text(name)));
  const startDay = parseDay(text('date') ?? '');
  if (startDay === undefined) {
    return undefined;
  }
  const lever = text('lever') ?? 'other';
  const named = OPTIMIZATION_SCOPE.filter(
    (name) => text(name) !== undefined && !(lever === 'tier_routing' && (name === 'model' || name === 'provider'))
  );
  return {
    entry,
    lever,
    scope: Object.fromEntries(named.map((name) => [name, text(name)])),
    startDay,
    fullDay: Math.max(startDay + 1, parseDay(text('fullDate') ?? '') ?? 0),
    control: { features: splitNames(text('controlFeatures')), models: splitNames(text('controlModels')) },
    expectedUsdPerMonth: number('expectedUsdPerMonth'),
    qualityBar: number('qualityBar'),
    turnaroundBar: number('turnaroundBarHours'),
  };
}
