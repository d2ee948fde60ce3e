import { CALL_STATUSES } from '@ai-finops/instrumentation/contract';
import { createPriceBook, parsePriceOverlay } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MoneyRecord, RecordedUsage } from '../intake/moneyRecord.ts';
import { eventDay } from './eventDay.ts';
import { Keeper } from './keeper.ts';
import { moneyRecord } from './moneyRecord.fixture.ts';
import { openDatabase } from './openDatabase.ts';
import { QUANTITY_COLUMNS } from './quantityColumns.ts';
import { repriceBooks } from './repriceBooks.ts';
import { storedText } from './storedText.ts';
import { verifyBooks } from './verifyBooks.ts';
import { wideTable } from './wideTable.fixture.ts';

const CALLS = 'calls_20261122';
const DAY = eventDay(Date.UTC(2026, 10, 22));
const NOW = Date.UTC(2026, 10, 22, 13);
const first = createPriceBook();
const discounted = { provider: 'openai', from: '2026-01-01' };
const corrected = createPriceBook(
  parsePriceOverlay({
    contracts: [
      { ...discounted, model: 'gpt-4o', discountPercent: '10' },
      { ...discounted, model: 'own', ratesPerMillion: { input: '1', output: '2', request: '1000' } },
    ],
  })
);

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'compact-'))));
afterEach(() => rmSync(dir, { recursive: true }));

const tokens = fc.oneof(fc.constant(undefined), fc.nat(5_000));
const usage: fc.Arbitrary<RecordedUsage> = fc.oneof(
  fc.record({
    kind: fc.constant('reported' as const),
    partial: fc.boolean(),
    usage: fc.record({
      inputTokens: fc.integer({ min: 10_000, max: 400_000 }),
      outputTokens: fc.oneof(fc.constant(NaN), fc.integer({ min: 5_000, max: 9_000 })),
      cacheReadTokens: tokens,
      cacheWrite1hTokens: tokens,
      cacheWrite5mTokens: tokens,
      reasoningTokens: tokens,
      webSearches: tokens,
      fileSearches: tokens,
    }),
  }),
  fc.constant({ kind: 'unknown' as const, reason: 'aborted' }),
  fc.constant({ kind: 'none' as const })
);
const text = fc.constantFrom('', 'a', '7', 'it’s "so"');
const record: fc.Arbitrary<MoneyRecord> = fc
  .record({
    id: fc.nat(40),
    usage,
    day: fc.constantFrom(0, 0, -1),
    status: fc.constantFrom(...CALL_STATUSES),
    attempt: fc.integer({ min: 1, max: 1_000 }),
    model: fc.constantFrom('gpt-5-mini', 'gpt-5-mini-2025-08-07', 'gpt-4o', 'own', '4'),
    texts: fc.record({ task: text, errorType: text, stopReason: text, requestPath: text, tenant: text }),
    parentSpanId: fc.constantFrom(null, Buffer.from('0102030405060708', 'hex')),
    providerCost: fc.constantFrom(undefined, undefined, { amount: 0.25, currency: 'USD' }),
    estimateNanoUsd: fc.constantFrom(undefined, 0n, 7n),
  })
  .map(({ id, day, model, texts, ...rest }) =>
    moneyRecord(id, {
      startUs: (Date.UTC(2026, 10, 22, 12) + day * 86_400_000) * 1_000 + id,
      dimensions: { model },
      ...texts,
      ...rest,
    })
  );

/** Books records, in a day before that was closed too, in tables of a kind; answers every call as it is read. */
function booked(name: string, records: readonly MoneyRecord[], isWide: boolean) {
  const path = join(dir, name);
  const database = openDatabase(path);
  if (isWide) {
    [CALLS, 'calls_20261121'].forEach((table) => database.exec(wideTable(table)));
  }
  const keeper = new Keeper(database, { prices: first, retentionDays: 100, maxSkewMs: 600_000, now: () => NOW });
  keeper.book([[moneyRecord(99, { startUs: (NOW - 86_400_000) * 1_000 }), moneyRecord(98)]]);
  keeper.close([DAY - 1]);
  keeper.book([records]);
  const plain = ['start_us', 'key', 'parent', 'duration_us', 'booked', 'task', 'status', 'attempt', 'error_type'];
  const more = ['partial', 'reported', ...QUANTITY_COLUMNS, 'other_quantities', 'cost', 'list', 'unpriced', 'estimate'];
  const ids = ['tenant', 'rate_card', 'stop_reason'].map(
    (id) => `(SELECT value FROM name WHERE id = c.${id}) AS ${id}`
  );
  const texts = (['wire_model', 'request_path'] as const).map((column) => `${storedText(column)} AS ${column}`);
  const columns = [...[...plain, ...more].map((column) => `c.${column}`), ...ids, ...texts].join(', ');
  const all = () =>
    [CALLS, 'calls_20261121'].flatMap((table) => {
      const select = database.prepare(`SELECT ${columns} FROM ${table} c ORDER BY start_us, key`);
      select.setReadBigInts(true);
      return select.all();
    });
  const before = all();
  const repriced = [
    ...repriceBooks(path, { from: DAY - 1, to: DAY }, { prices: corrected, isBooked: true, now: () => NOW }),
  ];
  const after = all();
  const differences = [...verifyBooks(path)].flatMap((day) => day.differences);
  database.close();
  return { before, after, repriced, differences };
}

test('compact tables say what wide ones say, before and after prices are corrected', () => {
  let run = 0;
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 25 }), (records) => {
      run += 1;
      const compact = booked(`compact-${run}`, records, false);
      expect(compact).toEqual(booked(`wide-${run}`, records, true));
      expect(compact.differences).toEqual([]);
    }),
    { numRuns: 15 }
  );
});

test('paths without end stand in their rows', () => {
  const path = join(dir, 'paths');
  const database = openDatabase(path);
  const keeper = new Keeper(database, { prices: first, retentionDays: 100, maxSkewMs: 600_000, now: () => NOW });
  keeper.book([Array.from({ length: 1_200 }, (_, id) => moneyRecord(id, { requestPath: `/orders/${id}` }))]);
  const rows = database
    .prepare(
      `SELECT ${storedText('request_path')} AS text, typeof(request_path) AS type FROM ${CALLS} c ORDER BY start_us`
    )
    .all();
  expect(rows.map(({ text }) => text)).toEqual(Array.from({ length: 1_200 }, (_, id) => `/orders/${id}`));
  expect(rows.filter(({ type }) => type === 'text')).toHaveLength(200);
  database.close();
});
