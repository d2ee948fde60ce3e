import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DAY_MS, eventDay } from '../store/eventDay.ts';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { exportFocus } from './exportFocus.ts';
import { focusBreaches, readFocusCsv, type FocusCsvRow } from './focusCsv.fixture.ts';

const DAY = eventDay(Date.UTC(2026, 10, 30));
let dir: string;
let path: string;
let database: DatabaseSync;
let keeper: Keeper;
let now: number;

const at = (id: number, hour: number, rest: Parameters<typeof moneyRecord>[1] = {}) =>
  moneyRecord(id, { startUs: Date.UTC(2026, 10, 30, hour) * 1_000 + id, ...rest });

function open(): void {
  dir = mkdtempSync(join(tmpdir(), 'focus-'));
  path = join(dir, 'ledger.db');
  now = (DAY + 2) * DAY_MS;
  database = openDatabase(path);
  keeper = new Keeper(database, { prices: createPriceBook(), retentionDays: 100, maxSkewMs: 600_000, now: () => now });
}

function close(): void {
  database.close();
  rmSync(dir, { recursive: true });
}

beforeEach(open);
afterEach(close);

const read = (range: Parameters<typeof exportFocus>[1] = {}) => readFocusCsv([...exportFocus(path, range)].join(''));

const nano = (text: string | null | undefined) => {
  const [whole = '', fraction = ''] = String(text).split('.');
  return BigInt(whole) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'));
};
const total = (rows: readonly FocusCsvRow[], id: string) => rows.reduce((sum, row) => sum + nano(row[id]), 0n);

test('a call by its attribution, with what FOCUS asks for', () => {
  keeper.book([
    [
      at(1, 10, { dimensions: { service_tier: 'default', team: 'A, "B"' } }),
      at(2, 10, { dimensions: { service_tier: 'default', team: 'A, "B"' } }),
      at(3, 10, { dimensions: { model: 'unheard-of', account: '' } }),
    ],
  ]);
  keeper.close([DAY]);
  const csv = read();
  expect(focusBreaches(csv)).toEqual([]);
  expect(csv.rows).toHaveLength(2);
  expect(csv.rows[0]).toMatchObject({
    ...{ BilledCost: '0.0013082', EffectiveCost: '0.0013082', ContractedCost: '0.0013082', ListCost: '0.0013082' },
    ...{ BillingCurrency: 'USD', ChargeCategory: 'Usage', ChargeClass: null, BillingAccountId: 'main' },
    ...{ BillingPeriodStart: '2026-11-01T00:00:00Z', BillingPeriodEnd: '2026-12-01T00:00:00Z' },
    ...{ ChargePeriodStart: '2026-11-30T00:00:00Z', ChargePeriodEnd: '2026-12-01T00:00:00Z' },
    ...{ PricingQuantity: '2', PricingUnit: 'Requests', SkuId: 'openai/gpt-5-mini', ProviderName: 'openai' },
    ...{ x_Feature: 'search', x_Team: 'A, "B"', x_Tenant: 'acme', x_UnpricedReason: null },
    ...{ x_InputTokens: '932', x_CacheReadTokens: '2048', x_OutputTokens: '256', x_ReasoningTokens: '256' },
  });
  expect(csv.rows[1]).toMatchObject({
    BilledCost: '0',
    x_UnpricedReason: 'unknown_model',
    BillingAccountId: 'unspecified',
  });
  expect(JSON.parse(String(csv.rows[0]?.['Tags']))).toEqual({
    ...{ feature: 'search', team: 'A, "B"', environment: 'prod', request_type: 'chat', tenant: 'acme' },
  });
});

test('whatever was booked, every rule holds and the sums are those of the books, also past retention', () => {
  const call = fc.record({
    hour: fc.integer({ min: -24, max: 30 }),
    attempt: fc.integer({ min: 1, max: 2 }),
    tenant: fc.constantFrom('acme', 'Ünï "co", Ltd', 'unallocated'),
    providerCost: fc.constantFrom(
      undefined,
      { amount: 0.1, currency: undefined },
      { amount: '12345678.000000001', currency: undefined }
    ),
    dimensions: fc.record({
      model: fc.constantFrom('gpt-5-mini', 'gpt-5', 'unheard-of', ''),
      provider: fc.constantFrom('openai', 'anthropic', ''),
      service_tier: fc.constantFrom('', 'batch', 'who knows'),
    }),
  });
  fc.assert(
    fc.property(fc.array(call, { maxLength: 30 }), fc.array(call, { maxLength: 5 }), (calls, late) => {
      close();
      open();
      const records = [...calls, ...late].map(({ hour, ...rest }, id) => at(id, hour, rest));
      keeper.book([records.slice(0, calls.length)]);
      keeper.close([DAY - 1, DAY]);
      keeper.book([records.slice(calls.length)]);
      const sum = database.prepare(
        `SELECT coalesce(sum(cost), 0) AS cost, coalesce(sum(list), 0) AS list, coalesce(sum(requests), 0) AS requests
         FROM book WHERE for_day IN (${DAY - 1}, ${DAY})`
      );
      sum.setReadBigInts(true);
      const booked = sum.get();
      const tokens: bigint[] = [];
      for (const daysLater of [0, 200]) {
        now += daysLater * DAY_MS;
        keeper.prune();
        const csv = read({ from: DAY - 1, to: DAY });
        expect(focusBreaches(csv)).toEqual([]);
        for (const id of ['BilledCost', 'EffectiveCost', 'ContractedCost']) {
          expect(total(csv.rows, id)).toBe(booked?.['cost']);
        }
        expect(total(csv.rows, 'ListCost')).toBe(booked?.['list']);
        expect(csv.rows.reduce((all, row) => all + BigInt(row['PricingQuantity'] ?? -1), 0n)).toBe(
          booked?.['requests']
        );
        tokens.push(csv.rows.reduce((all, row) => all + BigInt(row['x_InputTokens'] ?? -1), 0n));
      }
      expect(tokens[1]).toBe(tokens[0]);
    }),
    { numRuns: 12 }
  );
});
