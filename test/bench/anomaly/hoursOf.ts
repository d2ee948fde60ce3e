import type { HourlyUse } from '@ai-finops/ledger/analysis';
import type { Draw } from './draw.ts';
import type { LabelledSeries } from './labelledSeries.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** Up to so many calls a day, each falls into an hour of its own luck; more are spread as their mean. */
const FEW_CALLS = 300;
const CALL_VARIATION = 2;

/**
 * The hours of a series' days, with a rhythm: office hours somewhere on earth and quieter weekends, a batch, or round the
 * clock; each day strays from it. They add up to the days. What an event adds to its first day comes after an hour of
 * chance, until 20:00.
 */
export function hoursOf({ cost, calls, usual, event }: LabelledSeries, draw: Draw): HourlyUse[] {
  const rhythm = drawRhythm(draw);
  const noise = draw.between(0.1, 0.35);
  const tilt = draw.between(0.03, 0.15);
  const firstWeekday = draw.index(7);
  const onset = draw.index(21);
  return cost.map((dayCost, day) => {
    const weights = drawDay(rhythm((firstWeekday + day) % 7 > 4), noise, tilt, draw);
    const added = dayCost - (usual.cost[day] ?? 0);
    if (day !== event?.first || added <= 0) {
      return spread(dayCost, calls[day] ?? 0, weights, draw);
    }
    const before = spread(usual.cost[day] ?? 0, usual.calls[day] ?? 0, weights, draw);
    const after = weights.map((weight, hour) => (hour >= onset ? weight + 0.005 : 0));
    const more = spread(added, (calls[day] ?? 0) - (usual.calls[day] ?? 0), after, draw);
    return { cost: sum(before.cost, more.cost), calls: sum(before.calls, more.calls) };
  });
}

function drawRhythm(draw: Draw): (isWeekend: boolean) => number[] {
  const kind = draw.index(4);
  const peak = draw.between(0, 24);
  const width = draw.between(3, 5);
  const floor = kind === 0 ? 1 : draw.between(0.03, 0.3);
  const batch = draw.index(24);
  return (isWeekend) =>
    HOURS.map((hour) => {
      const away = Math.min(Math.abs(hour - peak), 24 - Math.abs(hour - peak));
      const office = kind === 0 ? 0 : Math.exp(-((away / width) ** 2) / 2) * (isWeekend ? 0.4 : 1);
      return floor + office + (kind === 3 && hour === batch ? 6 : 0);
    });
}

function drawDay(rhythm: readonly number[], noise: number, tilt: number, draw: Draw): number[] {
  let mood = 0;
  const slope = tilt * draw.normal();
  return rhythm.map((weight, hour) => {
    mood = 0.6 * mood + 0.8 * noise * draw.normal();
    return weight * Math.exp(mood + (slope * (hour - 11.5)) / 11.5);
  });
}

function spread(cost: number, calls: number, weights: readonly number[], draw: Draw): HourlyUse {
  const all = weights.reduce((total, weight) => total + weight, 0);
  const made =
    calls <= 0 || calls > FEW_CALLS ? weights.map((weight) => (Math.max(0, calls) * weight) / all) : HOURS.map(() => 0);
  for (let call = 0; call < calls && calls <= FEW_CALLS; call += 1) {
    let left = draw.between(0, all);
    let hour = 0;
    for (; hour < 23 && left > (weights[hour] ?? 0); hour += 1) {
      left -= weights[hour] ?? 0;
    }
    made[hour] = (made[hour] ?? 0) + 1;
  }
  const worth = (calls <= 0 ? weights : made).map((count) => {
    const strays = calls <= 0 || count === 0 ? 0 : Math.min(1, CALL_VARIATION / Math.sqrt(count));
    return count * Math.exp(strays * draw.normal() - strays ** 2 / 2);
  });
  const whole = worth.reduce((total, one) => total + one, 0);
  return { calls: made, cost: worth.map((one) => (whole > 0 ? (cost * one) / whole : 0)) };
}

function sum(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, index) => value + (b[index] ?? 0));
}
