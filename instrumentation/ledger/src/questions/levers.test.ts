import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { MoneyRecord } from '../intake/moneyRecord.ts';
import { appendRecord } from '../store/appendRecord.ts';
import { dayText } from '../store/dayText.ts';
import { DAY_MS, eventDay } from '../store/eventDay.ts';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { workRecord } from '../store/workRecord.fixture.ts';
import { levers } from './levers.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = eventDay(NOON);
const DAYS = 70;
/** Days before today: the search prompt shrinks to half, and the answers get worse; tagging does nothing at all. */
const SHRUNK = 20;
const CALLS = 6;
const PRICES = createPriceBook();
const BARS = new Map([['nightly', 12]]);

let dir: string;
let database: DatabaseSync;
let id = 0;
let versions = 0;

const input = (tokens: number): MoneyRecord['usage'] => ({
  kind: 'reported',
  usage: { inputTokens: tokens, outputTokens: 100 },
  partial: false,
});

/** Prompts differ a little from call to call and day to day, the same in every run. */
const jitter = (day: number, call: number) => 1 + 0.06 * Math.sin(day * 12.9898 + call * 78.233);

const record = (eventId: string, content: Record<string, string>, state = 'open') => {
  versions += 1;
  appendRecord(database, {
    ...{ kind: 'events', id: eventId, version: 1, action: 'create', state, atMs: NOON + versions },
    ...{ by: { name: 'ana', proof: 'token' }, note: undefined, content: { owner: 'Ana', ...content } },
  });
};
const daysAgo = (days: number) => dayText(TODAY - days);
const measured = (eventId: string) => levers(database, { id: eventId, turnaroundBars: BARS }, PRICES).levers[0];

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'levers-'));
  database = openDatabase(join(dir, 'ledger.db'));
  const keeper = new Keeper(database, {
    ...{ prices: PRICES, retentionDays: 100, maxSkewMs: 600_000, now: () => NOON },
  });
  for (let ago = DAYS; ago > 0; ago -= 1) {
    const at = (call: number) => (NOON - ago * DAY_MS) * 1_000 + call;
    const calls = ['search', 'tagging', 'chat'].flatMap((feature) =>
      Array.from({ length: CALLS }, (_, call) => {
        id += 1;
        const size = feature !== 'tagging' && ago < SHRUNK ? 1_000 : 2_000;
        const usage = input(Math.round(size * jitter(ago, call)));
        return moneyRecord(id, { startUs: at(id), usage, dimensions: { feature, model: 'gpt-5-mini' } });
      })
    );
    const score = ago < SHRUNK ? 0.7 : 0.9;
    const labels = { kind: 'quality', feature: 'search', name: 'judge' } as const;
    const work = [0, 1].map((one) =>
      workRecord(id * 2 + one, { atUs: at(one), labels, amount: Math.round((score + one / 100) * 1e6) })
    );
    keeper.book([calls], [{ work }]);
  }
  const took = { kind: 'turnaround', feature: 'nightly', name: '86400' } as const;
  keeper.book(
    [[]],
    [
      {
        work: [13, 14, 15].flatMap((hours, day) =>
          [0, 1].map((one) =>
            workRecord(10 * day + one, {
              atUs: (NOON - (5 - day) * DAY_MS) * 1_000,
              labels: took,
              amount: hours * 3_600_000,
            })
          )
        ),
      },
    ]
  );
  keeper.close(Array.from({ length: DAYS }, (_, index) => TODAY - DAYS + index));

  record('shrunk', {
    ...{ lever: 'prompt_economics', feature: 'search', date: daysAgo(SHRUNK), qualityBar: '0.88' },
  });
  record('nothing', { lever: 'retrieval_tuning', feature: 'tagging', date: daysAgo(35) });
  record('young', { lever: 'other', feature: 'tagging', date: daysAgo(1) });
  record('old', { lever: 'other', feature: 'tagging', date: daysAgo(DAYS - 3) });
  record('tenant', { lever: 'other', tenant: 'acme', date: daysAgo(30) });
  record('nobody', { lever: 'other', feature: "o'none", date: daysAgo(30) });
  record('twin-a', { lever: 'other', requestType: 'chat', feature: 'search', date: daysAgo(SHRUNK) });
  record('twin-b', { lever: 'other', requestType: 'chat', feature: 'search', date: daysAgo(SHRUNK - 1) });
  record('mistake', { lever: 'other', feature: 'search', date: daysAgo(30) }, 'withdrawn');
  record('nightly', { lever: 'batch_shifting', feature: 'nightly', date: daysAgo(10) });
  record('nightly-15', {
    ...{
      lever: 'batch_shifting',
      feature: 'nightly',
      model: 'gpt-5-mini',
      date: daysAgo(10),
      turnaroundBarHours: '15',
    },
  });
  record('nightly-prompt', { lever: 'prompt_economics', feature: 'nightly', date: daysAgo(10) });
  record('nightly-late', { lever: 'batch_shifting', feature: 'nightly', date: daysAgo(2) });
  record('batch-elsewhere', { lever: 'batch_shifting', feature: 'other', date: daysAgo(10) });
  record('alone', { lever: 'prompt_economics', feature: 'chat', date: daysAgo(SHRUNK) });
});

afterAll(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

test('a planted effect is found with its saving, and a broken quality bar flips it back', () => {
  const lever = measured('shrunk');
  // Input halves, the twins stand on a part of its scope on the same days: with them it cannot be told apart.
  expect(lever?.impact).toMatchObject({ state: 'not_separable', effect: null, saved: null });
  expect(lever?.quality).toMatchObject({ state: 'flip_back', bar: 0.88, scores: 2 * (SHRUNK - 1) });
  expect(lever?.days).toHaveLength(DAYS);
});

test('batches flip an optimization back that take longer than its own bar, else than the owners file says', () => {
  expect(measured('nightly')?.turnaround).toMatchObject({
    ...{ state: 'flip_back', before: null, after: 14, jobs: 6, bar: 12 },
    evidence: '14.0 h (± 1.3) over 6 batches, bar ≤ 12 h.',
  });
  expect(measured('nightly-15')?.turnaround).toMatchObject({ state: 'keep', bar: 15 });
  expect(measured('nightly-prompt')?.turnaround).toBeNull();
  expect(measured('nightly-late')?.turnaround).toMatchObject({ state: 'unknown', before: 14, after: null, jobs: 0 });
  expect(measured('batch-elsewhere')?.turnaround).toMatchObject({ state: 'unknown', jobs: 0, bar: null });
});

test.each([
  ['alone', 'working', /^Cost per request fell 3\d\.\d % \(/],
  ['nothing', 'not_proven', /cannot be told from chance/],
  ['young', 'too_early', /^0 whole closed days with calls since; 3 more/],
  ['old', 'no_data', /^3 days with calls before it; it takes 14/],
  ['tenant', 'no_data', /record it on a feature/],
  ['nobody', 'no_data', /^No priced call/],
  ['twin-a', 'not_separable', /^It stands too close to .*twin-b/],
  ['mistake', 'withdrawn', /not measured/],
])('%s is %s', (eventId, state, reason) => {
  const lever = measured(eventId);
  expect(lever?.impact).toMatchObject({ state });
  expect(lever?.impact.reason).toMatch(reason);
});

test('dollars: 1,000 tokens less a call at $0.25 a million, on every call since', () => {
  const { impact } = measured('alone') ?? {};
  const truth = (SHRUNK - 1) * CALLS * 1_000 * 0.25e-6;
  expect(impact?.saved?.low).toBeLessThan(truth);
  expect(impact?.saved?.high).toBeGreaterThan(truth);
  expect(impact?.effect?.share).toBeCloseTo(-0.25 / 0.7, 1);
});

test('the whole log: latest first, its sums are those with a verdict, a name that is not there is nothing', () => {
  const all = levers(database, { turnaroundBars: BARS }, PRICES);
  expect(all.levers.map(({ entry }) => entry.id)).toEqual(
    [
      ...['shrunk', 'nothing', 'young', 'old', 'tenant', 'nobody', 'twin-a', 'twin-b', 'mistake'],
      ...['nightly', 'nightly-15', 'nightly-prompt', 'nightly-late', 'batch-elsewhere', 'alone'],
    ].reverse()
  );
  expect(all.levers.every(({ days }) => days.length === 0)).toBe(true);
  const alone = all.levers.flatMap(({ impact }) => impact.saved?.usd ?? []);
  expect(alone).toHaveLength(2);
  // And the three that cannot be told apart, once: search saves what chat does.
  expect(all.saved.usd / (2 * Math.max(...alone) + Math.min(...alone))).toBeCloseTo(1, 1);
  expect(all.saved.low).toBeLessThan(all.saved.usd);
  expect(all.expectedUsdPerYear).toBe(0);
  expect(levers(database, { id: 'no-such', turnaroundBars: BARS }, PRICES).levers).toEqual([]);
});
