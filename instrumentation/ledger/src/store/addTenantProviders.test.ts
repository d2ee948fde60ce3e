import { createPriceBook, parsePriceOverlay } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ForeignSpan } from '../intake/foreignSpan.ts';
import { DAY_MS, eventDay } from './eventDay.ts';
import { Keeper } from './keeper.ts';
import { moneyRecord } from './moneyRecord.fixture.ts';
import { openDatabase } from './openDatabase.ts';
import { repriceBooks } from './repriceBooks.ts';
import { UNKNOWN_PROVIDER } from './unknownProvider.ts';
import { verifyBooks } from './verifyBooks.ts';
import { withoutTenantProviders } from './withoutTenantProviders.fixture.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY = eventDay(NOON);
const list = createPriceBook();
const discounted = createPriceBook(
  parsePriceOverlay({ contracts: [{ provider: 'anthropic', from: '2026-01-01', discountPercent: '10' }] })
);

let dir: string;
let path: string;
let now: number;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tenant-providers-'));
  path = join(dir, 'ledger.db');
  now = NOON;
});
afterEach(() => rmSync(dir, { recursive: true }));

function withKeeper(use: (keeper: Keeper, database: DatabaseSync) => void): void {
  const database = openDatabase(path);
  use(new Keeper(database, { prices: list, retentionDays: 100, maxSkewMs: 600_000, now: () => now }), database);
  database.close();
}

const MODELS = { openai: 'gpt-5-mini', anthropic: 'claude-haiku-4-5' };
const call = (id: number, day: number, tenant: string, feature: string, provider: keyof typeof MODELS) =>
  moneyRecord(id, {
    startUs: (day * DAY_MS + DAY_MS / 3) * 1_000 + id,
    tenant,
    dimensions: { feature, provider, model: MODELS[provider], environment: id % 5 === 0 ? 'staging' : 'prod' },
  });

/** Spans of another instrumentation: the second one, below the first, tells of the same call. */
function foreign(id: number, parent: number | undefined, day: number): ForeignSpan {
  const spanId = (of: number) => Buffer.alloc(8, of);
  const key = Buffer.concat([Buffer.alloc(16, 5), spanId(id)]);
  const parentSpanId = parent === undefined ? null : spanId(parent);
  const own = { ...call(900 + id, day, 'acme', 'search', 'anthropic'), key, parentSpanId };
  return { key, parentSpanId, startUs: own.startUs, call: own, service: 'bot' };
}

/** Two closed days and an open one, with late calls, corrected prices, and a call that was taken back after its day closed. */
function book(): void {
  withKeeper((keeper) => {
    for (const [index, day] of [DAY - 2, DAY - 1, DAY].entries()) {
      const id = index * 20;
      keeper.book(
        [
          [
            ...[1, 2, 3, 4, 5].map((more) => call(id + more, day, `tenant-${more % 3}`, 'search', 'openai')),
            ...[6, 7, 8, 9, 10].map((more) => call(id + more, day, `tenant-${more % 2}`, 'search', 'anthropic')),
            call(id + 11, day, 'tenant-1', 'triage', 'anthropic'),
          ],
        ],
        [{ foreign: index === 0 ? [foreign(1, undefined, day)] : [] }]
      );
    }
    keeper.close([DAY - 2, DAY - 1]);
    keeper.book([
      [
        call(100, DAY - 2, 'tenant-1', 'search', 'openai'),
        call(101, DAY - 2, 'tenant-1', 'search', 'anthropic'),
        call(102, DAY - 1, 'tenant-2', 'triage', 'anthropic'),
      ],
    ]);
  });
  Array.from(repriceBooks(path, { from: DAY - 2, to: DAY }, { prices: discounted, isBooked: true, now: () => now }));
  withKeeper((keeper) => {
    const { delta } = keeper.book([[]], [{ foreign: [foreign(2, 1, DAY - 2)] }]);
    expect(delta).toMatchObject({ booked: 1, takenBack: 1 });
  });
}

const rowsOf = (database: DatabaseSync, where = 'day >= 0') =>
  database
    .prepare(
      `SELECT day, for_day, t.value AS tenant, f.value AS feature, e.value AS environment, p.value AS provider,
         requests, cost, list
       FROM tenant_book b JOIN name t ON t.id = b.tenant JOIN name f ON f.id = b.feature
       JOIN name e ON e.id = b.environment JOIN name p ON p.id = b.provider WHERE ${where} ORDER BY 1, 2, 3, 4, 5, 6`
    )
    .all();
const differences = () => [...verifyBooks(path)].flatMap(({ differences: found }) => found);
const unknownThrough = (database: DatabaseSync) =>
  database.prepare(`SELECT value FROM meta WHERE name = 'tenant_providers_unknown_through'`).get()?.['value'];

test('where calls are kept the sums are what they would be, had the provider been kept from the first call on', () => {
  book();
  let before: unknown[] = [];
  withKeeper((_, database) => (before = rowsOf(database)));
  expect(before.length).toBeGreaterThan(20);
  expect(differences()).toEqual([]);
  withoutTenantProviders(path);
  withKeeper((_, database) => {
    expect(rowsOf(database)).toEqual(before);
    expect(unknownThrough(database)).toBeUndefined();
  });
  expect(differences()).toEqual([]);
});

test('a call that was booked before is taken back from its provider', () => {
  const sums = () => {
    let rows: unknown[] = [];
    withKeeper((keeper, database) => {
      keeper.book([[]], [{ foreign: [foreign(2, 1, DAY)] }]);
      rows = rowsOf(database);
    });
    return rows;
  };
  withKeeper((keeper) =>
    keeper.book([[call(1, DAY, 'acme', 'search', 'openai')]], [{ foreign: [foreign(1, undefined, DAY)] }])
  );
  withoutTenantProviders(path);
  expect(sums()).toMatchObject([
    { tenant: 'acme', provider: 'anthropic', requests: 1 },
    { tenant: 'acme', provider: 'openai', requests: 1 },
  ]);
  expect(differences()).toEqual([]);
});

test('without calls it is the one provider the sums by label know, else unknown, and the last such day is kept', () => {
  book();
  let before: unknown[] = [];
  withKeeper((_, database) => {
    before = rowsOf(database, `for_day = ${DAY - 2} AND feature = (SELECT id FROM name WHERE value = 'triage')`);
    database.exec('DROP TABLE calls_20261120; DROP TABLE superseded_20261120; DELETE FROM reversed_call');
  });
  withoutTenantProviders(path);
  withKeeper((_, database) => {
    expect(rowsOf(database, `for_day = ${DAY - 2} AND feature = (SELECT id FROM name WHERE value = 'triage')`)).toEqual(
      before
    );
    const providers = (day: number, feature: string) =>
      new Set(
        rowsOf(database, `for_day = ${day}`).flatMap((row) => (row['feature'] === feature ? row['provider'] : []))
      );
    expect(providers(DAY - 2, 'search')).toEqual(new Set([UNKNOWN_PROVIDER]));
    expect(providers(DAY - 1, 'search')).toEqual(new Set(['openai', 'anthropic']));
    expect(unknownThrough(database)).toBe(DAY - 2);
  });
  // Sums by tenant still make those by label.
  expect(differences()).toEqual([]);
  withKeeper((_, database) =>
    database.exec(`UPDATE tenant_book SET cost = cost + 1 WHERE for_day = ${DAY - 2} AND day = for_day`)
  );
  expect(differences()).not.toEqual([]);
});

test('sums that the calls do not make are kept as they are', () => {
  book();
  const [wrong, tenant] = [
    `for_day = ${DAY - 1} AND feature = (SELECT id FROM name WHERE value = 'search')`,
    'tenant-2',
  ];
  withoutTenantProviders(path);
  const old = new DatabaseSync(path);
  const isHis = `tenant = (SELECT id FROM name WHERE value = '${tenant}')`;
  old.exec(`UPDATE tenant_book SET cost = cost + 1 WHERE ${wrong} AND ${isHis}`);
  old.close();
  withKeeper((_, database) => {
    const rows = rowsOf(database, wrong);
    expect(rows.filter((row) => row['provider'] === UNKNOWN_PROVIDER).map((row) => row['tenant'])).toEqual([
      tenant,
      tenant,
    ]);
    expect(rows.filter((row) => row['provider'] === 'openai').length).toBeGreaterThan(0);
  });
  expect(differences().length).toBeGreaterThan(0);
});
