import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventDay } from '../store/eventDay.ts';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { workRecord } from '../store/workRecord.fixture.ts';
import { prefixKey } from './prefixKey.ts';
import { repeatedPrefixes } from './repeatedPrefixes.ts';
import { useCells } from './useCells.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = eventDay(NOON);
const LABELS = {
  kind: 'prefix',
  feature: 'search',
  request_type: 'chat',
  model: 'gpt-5-mini',
  name: 'openai',
} as const;
const range = { from: TODAY, through: TODAY };

const dir = mkdtempSync(join(tmpdir(), 'prefixes-'));
const database = openDatabase(join(dir, 'ledger.db'));
const keeper = new Keeper(database, {
  ...{ prices: createPriceBook(), retentionDays: 100, maxSkewMs: 600_000, now: () => NOON },
});
afterAll(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

const prefix = (id: number, minutes: number, hash: string, bytes = 1_000) =>
  workRecord(id, {
    ...{ atUs: (NOON + (minutes - 60) * 60_000) * 1_000, labels: LABELS, tenant: '', task: hash, amount: bytes },
    isToldByCall: true,
  });

test('only what comes again within five minutes repeats, in whatever order it arrives, once', () => {
  const told = [
    ...[prefix(1, 0, 'a'), prefix(2, 5, 'a'), prefix(3, 11, 'a'), prefix(4, 12, 'a', 500)],
    // Another start, and of the day before.
    ...[prefix(5, 1, 'b'), prefix(6, 12, 'b'), prefix(7, -24 * 60, 'a')],
  ];
  keeper.book([[]], [{ work: told.toReversed() }]);
  keeper.book([[]], [{ work: told }]);
  const found = repeatedPrefixes(database, range);
  const key = prefixKey({ feature: 'search', requestType: 'chat', provider: 'openai', model: 'gpt-5-mini' });
  expect([...found]).toEqual([[key, { calls: 6, repeats: 2, bytes: 1_500 }]]);
});

test('kinds of calls have theirs, tiers of one their part', () => {
  const call = (id: number, tier: string) =>
    moneyRecord(id, {
      startUs: (NOON - id) * 1_000,
      dimensions: { ...{ feature: 'search', request_type: 'chat', model: 'gpt-5-mini', service_tier: tier } },
    });
  keeper.book([[call(1, 'default'), call(2, 'default'), call(3, 'default'), call(4, 'flex')]]);
  const before = { from: TODAY - 90, through: TODAY - 90 };
  const cells = useCells(database, range, before).filter(({ feature }) => feature === 'search');
  expect(cells.map(({ serviceTier, prefix: of }) => [serviceTier, of?.bytes])).toEqual(
    expect.arrayContaining([
      ['default', 1_125],
      ['flex', 375],
    ])
  );
});
