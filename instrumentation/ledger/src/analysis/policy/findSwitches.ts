import type { PolicyUse } from './policyUse.ts';

/** A model that took over calls of a feature and request type. */
export interface ModelSwitch extends Omit<PolicyUse, 'day'> {
  /** The day its share passed 5 %; its calls and cost are from then on. */
  readonly since: number;
  /** Its share of the calls of the seven days up to then. */
  readonly share: number;
}

/** A model has taken over when more than this share of the calls of seven days is its. */
const TAKEN_OVER = 0.05;
const WINDOW_DAYS = 7;

/**
 * Models that took over from `from` on: the first day on which more than 5 % of the calls of the seven days up to it are
 * a model's, where others had all of them before. A kind of request that is new itself has no model that took over, nor
 * has one whose model was above that share on any day known before.
 *
 * @param uses also of the days before `from`, which say what was usual
 */
export function findSwitches(uses: readonly PolicyUse[], from: number, through: number): ModelSwitch[] {
  const kinds = Map.groupBy(uses, ({ feature, requestType }) => JSON.stringify([feature, requestType]));
  return [...kinds.values()].flatMap((kind) => {
    const models = Map.groupBy(kind, ({ provider, model }) => JSON.stringify([provider, model]));
    return [...models.values()].flatMap((own) => {
      const passed = passedOn(own, kind, through);
      const [first] = own;
      if (passed === undefined || passed.since < from || first === undefined) {
        return [];
      }
      const later = own.filter(({ day }) => day >= passed.since);
      const { feature, requestType, provider, model } = first;
      return [
        {
          ...{ feature, requestType, provider, model, ...passed },
          requests: later.reduce((sum, { requests }) => sum + requests, 0),
          nanoUsd: later.reduce((sum, { nanoUsd }) => sum + nanoUsd, 0n),
        },
      ];
    });
  });
}

/** The first day above the share, where the day before there were calls and the model was not above it. */
function passedOn(own: readonly PolicyUse[], kind: readonly PolicyUse[], through: number) {
  const callsOf = byDay(own);
  const callsOfAll = byDay(kind);
  const first = Math.min(...own.map(({ day }) => day));
  for (let day = first; day <= through; day++) {
    const all = inWindow(callsOfAll, day);
    const share = all > 0 ? inWindow(callsOf, day) / all : 0;
    if (share > TAKEN_OVER) {
      return inWindow(callsOfAll, day - 1) > 0 ? { since: day, share } : undefined;
    }
  }
  return undefined;
}

function byDay(uses: readonly PolicyUse[]): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  for (const { day, requests } of uses) {
    days.set(day, (days.get(day) ?? 0) + requests);
  }
  return days;
}

function inWindow(days: ReadonlyMap<number, number>, day: number): number {
  let calls = 0;
  for (let one = day - WINDOW_DAYS + 1; one <= day; one++) {
    calls += days.get(one) ?? 0;
  }
  return calls;
}
