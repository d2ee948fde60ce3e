import type { Seeded } from './seeded.ts';

/** `days` of daily cost whose story is told against the first `train` of them. */
type Kind = (days: number, train: number, random: Seeded) => number[];

const WEEK = [1, 1.05, 1.08, 1.04, 0.97, 0.55, 0.5];

const series = (days: number, level: (index: number) => number, random: Seeded, noise = 0.07) =>
  Array.from({ length: days }, (_, index) => level(index) * (WEEK[index % 7] ?? 1) * Math.exp(noise * random.normal()));

/** The eight kinds of series that forecasts are back-tested over: a weekly rhythm, 5 to 7 % noise, and a story. */
export const KINDS: Readonly<Record<string, Kind>> = {
  flat: (days, _train, random) => series(days, () => 100, random),
  linear: (days, _train, random) => series(days, (index) => 100 + 0.6 * index, random),
  'growth 2 % a week': (days, _train, random) => series(days, (index) => 100 * Math.exp(0.003 * index), random),
  'step in history': (days, train, random) => {
    const at = train - 20 - Math.floor(random.between(0, 30));
    const factor = random.between(0, 1) < 0.5 ? 1.5 : 0.65;
    return series(days, (index) => (index >= at ? 100 * factor : 100), random);
  },
  'random walk': (days, _train, random) => {
    let log = Math.log(100);
    return series(days, () => Math.exp((log += 0.025 * random.normal())), random, 0.05);
  },
  'trend that turns': (days, _train, random) => {
    let [log, slope] = [Math.log(100), 0.004];
    const level = () => {
      slope = 0.997 * slope + 0.0004 * random.normal();
      log += slope + 0.012 * random.normal();
      return Math.exp(log);
    };
    return series(days, level, random, 0.05);
  },
  saturating: (days, train, random) => {
    const middle = train * random.between(0.5, 0.9);
    return series(days, (index) => 40 + 200 / (1 + Math.exp((middle - index) / 18)), random);
  },
  spiky: (days, _train, random) =>
    series(days, (index) => (100 + 0.3 * index) * (random.between(0, 1) < 0.03 ? random.between(2, 5) : 1), random),
};
