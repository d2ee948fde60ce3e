import type { ForecastPath, Spread } from './forecastPath.ts';
import { Z } from './level.ts';
import type { PlannedEffect } from './plannedEffect.ts';

/** Factors on what history projects: 2 is twice the usage, .9 a price 10 % lower, 1.2 a mix that costs 20 % more. */
export interface Assumptions {
  readonly usage: number;
  readonly price: number;
  readonly mix: number;
  readonly effects: readonly PlannedEffect[];
}

/**
 * A path under assumptions. Factors multiply what history projects, then additions come on top as they are; how uncertain
 * an effect is becomes a spread of its own that all days share. No day falls below 0.
 *
 * Worked: $100 a day, usage 2, an optimization .85 [.8, .9] from day 3: $200, $200, $170 …, its spread
 * 170 * ln(.9/.8) / (2 * 1.1) = $9.10 a day.
 *
 * @throws RangeError when a factor or a range cannot be
 */
export function applyAssumptions(path: ForecastPath, { usage, price, mix, effects }: Assumptions): ForecastPath {
  for (const [name, factor] of Object.entries({ usage, price, mix })) {
    if (!(factor >= 0 && factor < Infinity)) {
      throw new RangeError(`${name} is a factor of 0 or more, 1 leaves it as it is: not ${factor}`);
    }
  }
  effects.forEach(check);
  const acts = ({ fromDay, throughDay = Infinity }: PlannedEffect, index: number) =>
    path.firstDay + index >= fromDay && path.firstDay + index <= throughDay;
  const factors = path.usd.map((_, index) =>
    effects.reduce(
      (factor, effect) => (effect.kind === 'multiply' && acts(effect, index) ? factor * effect.size.likely : factor),
      usage * price * mix
    )
  );
  const scaled = path.usd.map((usd, index) => usd * (factors[index] ?? 1));
  const usd = scaled.map((base, index) =>
    Math.max(
      0,
      effects.reduce(
        (sum, effect) => (effect.kind === 'add' && acts(effect, index) ? sum + effect.size.likely : sum),
        base
      )
    )
  );
  const uncertain = effects.map(({ kind, size, ...effect }): Spread => {
    const width = (kind === 'multiply' ? Math.log(size.high / size.low) : size.high - size.low) / (2 * Z[80]);
    return {
      kind: 'shared',
      usd: scaled.map((base, index) =>
        acts({ kind, size, ...effect }, index) ? width * (kind === 'multiply' ? base : 1) : 0
      ),
    };
  });
  const kept = path.spreads.map(({ kind, usd: spread }): Spread => ({
    kind,
    usd: spread.map((deviation, index) => deviation * (factors[index] ?? 1)),
  }));
  return { firstDay: path.firstDay, usd, spreads: [...kept, ...uncertain] };
}

function check({ name, kind, size: { low, likely, high } }: PlannedEffect): void {
  if (!(low <= likely && likely <= high && Math.abs(low) < Infinity && Math.abs(high) < Infinity)) {
    throw new RangeError(`${name}: give low ≤ likely ≤ high, not ${low}, ${likely}, ${high}`);
  }
  if (kind === 'multiply' && low <= 0) {
    throw new RangeError(`${name}: a factor is above 0; to switch something off, end it on a day`);
  }
}
