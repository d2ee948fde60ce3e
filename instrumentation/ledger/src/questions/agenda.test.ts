import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { agendaItems } from '../analysis/review/agendaItems.ts';
import { appendRecord } from '../store/appendRecord.ts';
import { DAY_MS } from '../store/eventDay.ts';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { parseWeek } from '../store/parseWeek.ts';
import { workRecord } from '../store/workRecord.fixture.ts';
import { agenda, type AgendaQuery } from './agenda.ts';
import { agendaDecisions } from './agendaDecisions.ts';
import { review } from './review.ts';

const MONDAY = parseWeek('2026-W47') ?? 0;
const TODAY = MONDAY + 7;
/** Each call of the fixture. */
const COST = 654_100n;
const PRICES = createPriceBook();
const atUs = (day: number) => (day * DAY_MS + DAY_MS / 2) * 1_000;
const query: AgendaQuery = {
  ...{ monday: MONDAY, budgetPerMonth: 30n * 3n * COST },
  ...{ others: [], turnaroundBars: new Map() },
  terms: new Map([
    ['search', { unit: 'answer', valuePerUnit: [{ from: undefined, nanoUsd: COST }], replacedPerUnit: undefined }],
  ]),
};

let dir: string;
let database: DatabaseSync;
let keeper: Keeper;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'agenda-'));
  database = openDatabase(join(dir, 'ledger.db'));
  keeper = new Keeper(database, {
    ...{ prices: PRICES, retentionDays: 100, maxSkewMs: 600_000, now: () => TODAY * DAY_MS + 1 },
  });
});
afterEach(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

const decisions = () => agendaDecisions(review(database, { monday: MONDAY, today: TODAY }, PRICES).decisions);

/** Days of so many calls of search, each with one answer, and one call that names no feature. */
function book(from: number, days: number, calls: number): void {
  for (let day = from; day < from + days; day += 1) {
    const ids = Array.from({ length: calls + 1 }, (_, index) => day * 100 + index);
    const call = (id: number, index: number) =>
      moneyRecord(id, { startUs: atUs(day) + index, dimensions: { feature: index === 0 ? 'unallocated' : 'search' } });
    const work = [workRecord(day, { atUs: atUs(day), amount: 1, labels: { feature: 'search', name: 'answer' } })];
    keeper.book([ids.map(call)], [{ work }]);
    keeper.close([day]);
  }
}

test('a week with a known variance: more calls, over its part of the budget, a feature that loses money', () => {
  book(MONDAY - 7, 7, 2);
  book(MONDAY, 7, 5);
  appendRecord(database, {
    ...{ kind: 'decisions', id: 'd', version: 1, action: 'create', state: 'open', atMs: MONDAY * DAY_MS },
    ...{ by: { name: 'ana', proof: 'token' }, note: undefined },
    content: { what: 'Cap retries', why: 'They tripled', owner: 'Search', due: '2026-11-20' },
  });
  const facts = agenda(database, query, PRICES);
  expect(facts).toMatchObject({
    days: 7,
    change: { beforeNanoUsd: 21n * COST, afterNanoUsd: 42n * COST, changeNanoUsd: 21n * COST },
    budget: 21n * COST,
    forecast: undefined,
    losing: [{ feature: 'search', unit: 'answer', perOutcome: (5 * Number(COST)) / 1e9, worth: Number(COST) / 1e9 }],
    unallocated: 7n * COST,
    unpricedCalls: 0,
  });
  expect(decisions()).toEqual([{ what: 'Cap retries', owner: 'Search', due: '2026-11-20', overdueDays: 3 }]);
  const items = agendaItems({ ...facts, bills: [], decisions: decisions() });
  expect(items.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(30);
  expect(items.map(({ id, sentences }) => [id, sentences.join(' ')])).toEqual([
    ['number', '$0.03, $0.01 more than the week before, 100.0 %. 100.0 % over its part of the budget ($0.01).'],
    ['drivers', 'Calls doubled: +$0.002 a day.'],
    ['economics', expect.stringContaining('search: loses $')],
    ['levers', 'No optimization is open.'],
    ['next', expect.any(String)],
    ['trust', '$0.0046 unallocated (16.7 %), 0 calls without a price. No bill was imported yet.'],
    ['decisions', '1 open, 1 overdue. Search: Cap retries, due 2026-11-20.'],
  ]);
});

test('days of a week that closed so far are compared with the same days before', () => {
  book(MONDAY - 7, 9, 2);
  const facts = agenda(database, query, PRICES);
  expect(facts).toMatchObject({ days: 2, change: { changeNanoUsd: 0n }, budget: 6n * COST });
  expect(agendaItems({ ...facts, bills: [], decisions: decisions() })[0]?.sentences).toEqual([
    '$0.0039, as much as the same 2 days of the week before.',
    'Within its part of the budget ($0.0039).',
  ]);
});

test('what was forecast of the week before it came', () => {
  book(MONDAY - 7, 14, 2);
  const keep = (version: number, firstDay: number, usd: number) =>
    appendRecord(database, {
      ...{ kind: 'forecasts', id: 'total:', version, action: 'record', state: 'recorded', atMs: firstDay * DAY_MS },
      ...{ by: { name: 'ledger', proof: 'none' }, note: undefined },
      content: { firstDay, usd: Array<number>(14).fill(usd) },
    });
  keep(1, MONDAY - 7, 3);
  keep(2, MONDAY, 4);
  keep(3, MONDAY + 3, 5);
  expect(agenda(database, query, PRICES).forecast).toBe(28);
});

test('empty books say so', () => {
  const facts = agenda(database, { ...query, budgetPerMonth: undefined }, PRICES);
  expect(facts).toMatchObject({ days: 0, change: undefined, losing: [], valued: 0, unallocated: 0n });
  const sentences = agendaItems({ ...facts, bills: [], decisions: decisions() }).flatMap((item) => item.sentences);
  expect(sentences).toContain('No day of this week is closed yet.');
  expect(sentences).toContain('Nobody said yet what outcomes are worth.');
});

test('what to ship next: the most dollars first, with what has to come before', () => {
  const idea = (name: string, usdPerMonth: number, needs?: 'evaluation' | 'offer') => ({ name, usdPerMonth, needs });
  const ideas = [idea('a', 3), idea('b', 1), idea('c', 20, 'evaluation'), idea('contract · x', 10, 'offer')];
  const facts = agenda(database, query, PRICES);
  expect(agendaItems({ ...facts, ideas, bills: [], decisions: [] })[4]?.sentences).toEqual([
    'c, $20 a month, needs evaluation first.',
    'contract · x, $10 a month, needs an offer first.',
    'a, $3.00 a month.',
  ]);
});

test('a bill that differs, and one that agrees', () => {
  const facts = agenda(database, query, PRICES);
  const bills = [
    { month: '2026-10', provider: 'openai', gap: -12_000_000_000n, share: -0.012 },
    { month: '2026-10', provider: 'anthropic', gap: 0n, share: 0 },
  ];
  expect(agendaItems({ ...facts, bills, decisions: [] })[5]?.sentences.slice(1)).toEqual([
    'openai 2026-10: the bill is $12 less (1.2 %).',
    'anthropic 2026-10: the bill agrees.',
  ]);
});
