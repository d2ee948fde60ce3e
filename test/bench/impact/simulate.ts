import type { ImpactCell } from '@ai-finops/ledger/analysis';
import type { Seeded } from '../forecast/seeded.ts';
import type { Scenario } from './scenarios.ts';

export interface Simulated {
  readonly cells: readonly ImpactCell[];
  readonly control: ReadonlyMap<number, number>;
  /** What each day would have cost without the events, USD. */
  readonly withoutEvents: readonly number[];
}

/** Effects on the log scale, by the day they begin on. */
export interface SimulatedEvent {
  readonly day: number;
  readonly log: number;
}

/**
 * A scope with two models, 3 to 8 times apart in price, a random weekly rhythm (±15 % at weekends) and 4 % noise; days
 * count from 0. Events scale the tokens of every call. Untouched features share the rhythm and the common shock.
 */
export function simulate(
  days: number,
  events: readonly SimulatedEvent[],
  scenario: Scenario,
  random: Seeded
): Simulated {
  const {
    rho = 0.2,
    growth = 0,
    price,
    mix,
    drift = 0,
    callSpread = 2,
    volume = 2_000,
    walk = 0,
    common = 0,
  } = scenario;
  const { between, normal } = random;
  const week = Array.from({ length: 7 }, (_, day) => (day > 4 ? between(-0.15, 0.05) : between(-0.04, 0.04)));
  const firstWeekday = Math.floor(between(0, 7));
  const slope = drift * between(-0.003, 0.003);
  const priceDay = price ? Math.floor(between(1, days)) : Infinity;
  const priceFactor = between(0, 1) < 0.5 ? between(0.7, 0.9) : between(1.1, 1.3);
  const [shareFrom, shareTo] = [between(0.3, 0.7), between(0.3, 0.7)];
  const dearer = between(3, 8);
  let [error, level, shock] = [normal(), 0, 0];
  const others = [0, 0, 0, 0];
  const cells: ImpactCell[] = [];
  const control = new Map<number, number>();
  const withoutEvents: number[] = [];

  for (let day = 0; day < days; day += 1) {
    error = rho * error + Math.sqrt(1 - rho * rho) * normal();
    level += walk * normal();
    shock = 0.9 * shock + Math.sqrt(1 - 0.81) * normal();
    const weekday = week[(firstWeekday + day) % 7] ?? 0;
    const share = mix ? shareFrom + ((shareTo - shareFrom) * day) / days : shareFrom;
    const log = weekday + 0.04 * error + level + slope * day + common * shock;
    const effect = events.reduce((sum, event) => (day >= event.day ? sum + event.log : sum), 0);
    const weekend = (firstWeekday + day) % 7 > 4 ? 0.6 : 1;
    const calls = Math.max(5, Math.round(volume * Math.exp(growth * day + 0.1 * normal()) * weekend));
    let unaffected = 0;
    for (const [model, part, rate] of [
      ['small', 1 - share, 1],
      ['large', share, dearer],
    ] as const) {
      const requests = Math.max(1, Math.round(calls * part));
      const spread = Math.log(1 + (callSpread * callSpread) / requests);
      const tokens = 1_000 * requests * Math.exp(log + Math.sqrt(spread) * normal() - spread / 2);
      const unit = rate * 1e-6 * (model === 'small' && day >= priceDay ? priceFactor : 1);
      const quantity = tokens * Math.exp(effect);
      unaffected += tokens * unit;
      cells.push({
        day,
        provider: 'any',
        model,
        serviceTier: 'default',
        requestType: 'chat',
        requests,
        usd: quantity * unit,
        components: [{ component: 'input', quantity, usd: quantity * unit }],
      });
    }
    withoutEvents.push(unaffected);
    const untouched = others.map((one, index) => (others[index] = 0.3 * one + 0.95 * normal()));
    const mean = untouched.reduce((sum, one) => sum + one, 0) / untouched.length;
    control.set(day, 0.7 * weekday + 0.05 * mean + common * shock);
  }
  return { cells, control, withoutEvents };
}
