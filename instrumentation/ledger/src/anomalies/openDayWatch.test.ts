import { Registry } from 'prom-client';
import type { OpenAnomalyRow } from '../store/anomalyRow.ts';
import { DAY_MS } from '../store/eventDay.ts';
import { createOpenDayWatch } from './createOpenDayWatch.ts';
import type { DayProfile } from './dayProfile.ts';
import type { OpenDayRequest } from './judgeOpenDay.ts';
import type { Mark } from './mark.ts';
import { registerOpenAnomalies } from './registerOpenAnomalies.ts';

const DAY = 20_779;
const row = (feature: string, more: Partial<OpenAnomalyRow> = {}): OpenAnomalyRow => ({
  ...{ day: DAY, since: DAY, atMs: 1, feature, team: 'Search', environment: 'prod' },
  ...{ costNanoUsd: 60_000_000_000n, expectedNanoUsd: 20_000_000_000n, score: 5, channel: 'cost', windowDays: 1 },
  ...{ isDismissed: false, isWidespread: false, sentence: feature, parts: [] },
  ...more,
});

function watched() {
  const stage = {
    now: DAY * DAY_MS + 1_000,
    found: [] as OpenAnomalyRow[],
    profiles: [] as DayProfile[],
    judged: new Set<number>(),
    marks: [] as Mark[],
    isBroken: false,
    asked: [] as OpenDayRequest[],
    told: [] as (string | undefined)[],
  };
  const watch = createOpenDayWatch({
    books: { isJudged: (day) => stage.judged.has(day) },
    judge: async (request) => {
      stage.asked.push(request);
      if (stage.isBroken) {
        throw new Error('no answer within 90 s');
      }
      return { anomalies: stage.found, profiles: stage.profiles };
    },
    gate: () => 10,
    marks: () => stage.marks,
    now: () => stage.now,
    onOutcome: (error) => stage.told.push(error),
  });
  return { stage, watch, names: () => watch.current().map(({ feature }) => feature) };
}

test('what stood out once stands until its day closes; a later look has the later numbers', async () => {
  const { stage, watch, names } = watched();
  expect(names()).toEqual([]);
  stage.found = [row('search'), row('chat')];
  await watch.look();
  stage.found = [row('chat', { costNanoUsd: 90_000_000_000n, atMs: 2 })];
  await watch.look();
  expect(watch.current().map(({ feature, atMs }) => [feature, atMs])).toEqual([
    ['search', 1],
    ['chat', 2],
  ]);
  stage.judged.add(DAY);
  expect(names()).toEqual([]);
});

test('alerts keep it for a quarter of an hour beside its close', async () => {
  const { stage, watch } = watched();
  stage.found = [row('search')];
  await watch.look();
  stage.judged.add(DAY);
  expect(watch.current()).toEqual([]);
  stage.found = [];
  await watch.look();
  stage.now += 899_000;
  expect(watch.lingering()).toHaveLength(1);
  stage.now += 2_000;
  expect(watch.lingering()).toEqual([]);
});

test('a mark made since the last look holds at once, also one for every environment', async () => {
  const { stage, watch } = watched();
  stage.found = [row('search'), row('chat')];
  await watch.look();
  stage.marks = [
    { feature: 'search', day: DAY },
    { feature: 'chat', day: DAY, environment: 'staging' },
  ];
  expect(watch.current().map(({ isDismissed }) => isDismissed)).toEqual([true, false]);
});

test('a look gets what the last one read; one that fails is told and takes nothing away', async () => {
  const { stage, watch, names } = watched();
  stage.found = [row('search')];
  stage.profiles = [{ day: DAY - 1, hours: 24, uses: new Map() }];
  await Promise.all([watch.look(), watch.look()]);
  expect(stage.asked.map(({ profiles }) => profiles.length)).toEqual([0, 1]);
  stage.isBroken = true;
  await watch.look();
  stage.isBroken = false;
  await watch.look();
  await watch.idle();
  expect(stage.told).toEqual([undefined, undefined, 'no answer within 90 s', undefined]);
  expect(names()).toEqual(['search']);
});

test('the metric is what is beyond the expected so far, without what was dismissed', async () => {
  const registry = new Registry();
  const rows = [
    row('search'),
    row('search', { day: DAY - 1, costNanoUsd: 21_500_000_000n }),
    row('chat', { isDismissed: true }),
  ];
  registerOpenAnomalies(registry, () => rows, { shown: (_, value) => value });
  const samples = (await registry.metrics()).split('\n').filter((line) => line.startsWith('genai_'));
  expect(samples).toEqual(['genai_open_day_anomaly_usd{feature="search",team="Search",environment="prod"} 41.5']);
});
