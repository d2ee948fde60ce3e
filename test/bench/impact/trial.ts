import { heldFixed, measureImpact, standardise, type EventImpact, type Impact } from '@ai-finops/ledger/analysis';
import { seeded } from '../forecast/seeded.ts';
import type { Scenario } from './scenarios.ts';
import { simulate, type Simulated, type SimulatedEvent } from './simulate.ts';

export interface Trial {
  readonly scenario: Scenario;
  readonly before: number;
  readonly after: number;
  readonly events: readonly SimulatedEvent[];
  readonly hasControl: boolean;
  readonly seed: number;
}

/** One simulated scope; `look(days)` measures it with the days before `days` only, as somebody would who looks then. */
export function trial({ scenario, before, after, events, hasControl, seed }: Trial): {
  readonly simulated: Simulated;
  readonly look: (days: number) => Impact;
} {
  const simulated = simulate(before + after, events, scenario, seeded(seed));
  const asked = events.map(({ day, log }, index) => ({
    id: String(index),
    startDay: day,
    fullDay: day,
    expected: log === 0 ? undefined : Math.expm1(log),
  }));
  return {
    simulated,
    look(days) {
      const cells = simulated.cells.filter(({ day }) => day < days);
      const impact = measureImpact(
        standardise(cells, heldFixed('prompt_caching')),
        asked,
        hasControl ? simulated.control : undefined
      );
      if (impact.state !== 'measured') {
        throw new Error(impact.reason);
      }
      return impact;
    },
  };
}

export const excludesZero = ({ effect }: EventImpact) => effect.low > 0 || effect.high < 0;
export const isDeclared = ({ verdict }: EventImpact) => verdict === 'working' || verdict === 'harmful';
export const covers = ({ effect }: EventImpact, share: number) => effect.low <= share && share <= effect.high;
