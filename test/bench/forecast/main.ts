import { forecastDaily } from '@ai-finops/ledger/analysis';
import { markdownTable } from '../report/markdownTable.ts';
import { publish } from '../report/publish.ts';
import { INTRODUCTION, PUBLIC_SERIES } from './explanation.ts';
import { KINDS } from './kinds.ts';
import { mean } from './mean.ts';
import { METHODS } from './methods.ts';
import { loadPeers } from './peers.ts';
import { percent } from './percent.ts';
import { readSeries } from './readSeries.ts';
import { sumHeld, WINDOWS, type Score } from './score.ts';
import { scoreTable } from './scoreTable.ts';
import { seeded } from './seeded.ts';

/*
 * Back-test of the forecast: 90 days ahead, from 90 and from 365 days of history, over eight kinds of made-up series and
 * over public daily series, or with --series=FOLDER over one's own. Seeds from 10,000 on: constants were chosen on lower ones.
 */
const isQuick = process.argv.includes('--quick');
const own = process.argv.find((argument) => argument.startsWith('--series='))?.slice('--series='.length);
const folder = own ?? `${import.meta.dirname}/series`;
const AHEAD = 90;
const TRAINS = [
  { train: 90, seeds: isQuick ? 5 : 60 },
  { train: 365, seeds: isQuick ? 2 : 20 },
];

const OURS = Object.keys(METHODS)[0] ?? '';
const peers = await loadPeers();
const ALL = {
  ...METHODS,
  'MSTL + ETS': peers.plain,
  'MSTL + ETS on logarithms': peers.logarithms,
  'Prophet, defaults': peers.prophet,
};

function sumsOf(set: readonly (readonly number[])[]): string {
  const held = set.map(sumHeld);
  return WINDOWS.map(({ from, through }, window) => {
    const share = (level: 'held80' | 'held95') => percent(mean(held.map((one) => Number(one[window]?.[level]))));
    return `days ${from}–${through} ${share('held80')} % at 80 and ${share('held95')} % at 95`;
  }).join(', ');
}

const parts: string[] = [];
let isGood = true;
for (const { train, seeds } of TRAINS) {
  const byKind = Object.entries(KINDS).map(([kind, make], kindIndex) => ({
    kind,
    set: Array.from({ length: seeds }, (_, index) =>
      make(train + AHEAD, train, seeded(10_000 + 1_000 * kindIndex + 97 * index + train))
    ),
  }));
  const all = byKind.flatMap(({ set }) => set);
  const { table, scores } = scoreTable(ALL, all);
  const cpu = process.cpuUsage();
  for (const series of all) {
    forecastDaily(
      series.slice(0, train).map((usd, day) => ({ day, usd })),
      train,
      AHEAD
    );
  }
  const { user, system } = process.cpuUsage(cpu);
  const cpuMs = (user + system) / 1_000 / all.length;
  const kindRows = byKind.map(({ kind }, kindIndex) => [
    kind,
    ...[...scores.values()].map((every) => {
      const of = every.slice(kindIndex * seeds, (kindIndex + 1) * seeds).map((one) => one[1] as Score);
      return `${percent(mean(of.map(({ ape }) => ape)))} / ${(100 * mean(of.map(({ within80 }) => within80))).toFixed(0)} / ${(100 * mean(of.map(({ within95 }) => within95))).toFixed(0)}`;
    }),
  ]);
  parts.push(
    `## From ${train} days, ${Object.keys(KINDS).length} kinds × ${seeds} seeds\n\n${table}\n\n` +
      `Bounds of ours for the cost of all days of a window together held: ${sumsOf(all)}. ` +
      `${cpuMs.toFixed(1)} ms of CPU a series with its own back-test.\n\n` +
      `Days 31–90 by kind, MAPE / in 80 % / in 95 %:\n\n${markdownTable(['', ...scores.keys()], kindRows)}`
  );
  if (train === 90) {
    for (const [window] of WINDOWS.entries()) {
      const of = (name: string, pick: (score: Score) => number) =>
        mean((scores.get(name) ?? []).map((one) => pick(one[window] as Score)));
      const best = Math.min(...Object.keys(ALL).map((name) => of(name, ({ ape }) => ape)));
      isGood &&= of(OURS, ({ ape }) => ape) <= best && cpuMs <= 10;
      isGood &&= Math.abs(of(OURS, ({ within80 }) => within80) - 0.8) <= 0.04;
      isGood &&= Math.abs(of(OURS, ({ within95 }) => within95) - 0.95) <= 0.04;
    }
  }
}
parts.push(PUBLIC_SERIES);
for (const [name, series] of readSeries(folder)) {
  const windows = TRAINS.map(({ train }) => {
    const set: number[][] = [];
    for (let end = train + AHEAD; end <= series.length; end += AHEAD) {
      set.push(series.slice(end - train - AHEAD, end));
    }
    return `From ${train} days, ${set.length} origins ${AHEAD} days apart:\n\n${scoreTable(ALL, set).table}`;
  });
  parts.push(`### \`${name}\`\n\n${windows.join('\n\n')}`);
}

await publish(
  'instrumentation/ledger/docs/forecast.md',
  'How good the forecast is',
  own === undefined ? 'forecast' : 'forecast --series=FOLDER',
  `${INTRODUCTION}\n\n${parts.join('\n\n')}`
);
process.exitCode = isGood ? 0 : 1;
