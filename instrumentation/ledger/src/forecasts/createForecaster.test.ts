import type { Ask } from '../questions/ask.ts';
import type { ScopeForecast } from '../questions/forecasts.ts';
import type { RecordEntry } from '../store/recordEntry.ts';
import { createForecaster } from './createForecaster.ts';

/** 2026-11-23, a Monday. */
const MONDAY = 20_780;

const made = (firstDay: number, lastFirstDay?: number): ScopeForecast => ({
  scope: 'feature',
  name: 'search',
  monthToDateUsd: 0,
  forecast: { state: 'ready', path: { firstDay, usd: [1, 2], spreads: [] }, coverage: [], notes: [] },
  outsideShare: undefined,
  lastKept:
    lastFirstDay === undefined
      ? undefined
      : {
          version: 4,
          atMs: 0,
          kept: { firstDay: lastFirstDay, usd: [], low80: [], high80: [], low95: [], high95: [] },
        },
});

async function run(answers: readonly (ScopeForecast | Error)[], times = 1) {
  const entries: RecordEntry[] = [];
  const log: string[] = [];
  let asked = 0;
  const ask = (async () => {
    asked += 1;
    const answer = answers[Math.min(asked, answers.length) - 1];
    if (answer instanceof Error) {
      throw answer;
    }
    return [answer];
  }) as unknown as Ask;
  const record = async (entry: RecordEntry) => {
    entries.push(entry);
    return { kind: 'kept' as const };
  };
  const forecaster = createForecaster(
    { ask, store: { record }, now: () => 7 },
    { done: (series, kept) => log.push(`${series} ${kept}`), failed: (error) => log.push(error.message) }
  );
  for (let time = 0; time < times; time += 1) {
    forecaster.run();
  }
  while (log.length === 0) {
    await new Promise(setImmediate);
  }
  await new Promise(setImmediate);
  await forecaster.stop();
  return { entries, log, asked, current: forecaster.current() };
}

test('the first forecast of a week is kept as it was made, later ones of that week are not', async () => {
  const first = await run([made(MONDAY)]);
  expect(first.log).toEqual(['1 1']);
  expect(first.entries).toEqual([
    expect.objectContaining({
      kind: 'forecasts',
      id: 'feature:search',
      version: 1,
      atMs: 7,
      content: { firstDay: MONDAY, usd: [1, 2], low80: [1, 2], high80: [1, 2], low95: [1, 2], high95: [1, 2] },
    }),
  ]);
  expect((await run([made(MONDAY + 6, MONDAY)])).entries).toEqual([]);
  const next = await run([made(MONDAY + 7, MONDAY + 6)]);
  expect(next.entries.map(({ version }) => version)).toEqual([5]);
});

test('closes that come while it runs are one more run, not one each', async () => {
  const { asked } = await run([made(MONDAY)], 5);
  expect(asked).toBeLessThanOrEqual(2);
});

test('what fails is said, and leaves the forecast that stood', async () => {
  const { log, current } = await run([new Error('too many questions at once')]);
  expect(log).toEqual(['too many questions at once']);
  expect(current).toEqual([]);
});
