import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { DAY_MS, eventDay } from '../store/eventDay.ts';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { CALL_COLUMNS } from './callColumns.ts';
import { exportCalls } from './exportCalls.ts';
import { writePartition } from './writePartition.ts';

const DAY = eventDay(Date.UTC(2026, 10, 22));
const COST = 654_100n;
let dir: string;
let path: string;
let out: string;
let database: DatabaseSync;
let keeper: Keeper;

const at = (id: number, hour: number, rest: Parameters<typeof moneyRecord>[1] = {}) =>
  moneyRecord(id, { startUs: Date.UTC(2026, 10, 22, hour) * 1_000 + id, ...rest });

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'calls-'));
  path = join(dir, 'ledger.db');
  out = join(dir, 'deep', 'out');
  database = openDatabase(path);
  const options = { retentionDays: 100, maxSkewMs: 600_000, now: () => (DAY + 2) * DAY_MS };
  keeper = new Keeper(database, { prices: createPriceBook(), ...options });
});

afterEach(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

async function run(range = {}): Promise<string[]> {
  const said: string[] = [];
  for await (const { day, outcome, calls } of exportCalls(path, out, range)) {
    said.push(`${day - DAY} ${outcome} ${calls}`);
  }
  return said;
}

type Row = Record<string, unknown>;
const rowsOf = (folder: string): Row[] =>
  readdirSync(join(out, folder))
    .filter((name) => name.endsWith('.jsonl.gz'))
    .sort()
    .flatMap((name) =>
      gunzipSync(readFileSync(join(out, folder, name)))
        .toString()
        .trimEnd()
        .split('\n')
    )
    .map((line) => JSON.parse(line) as Row);
const nano = (row: Row) => BigInt(Math.round(Number(row['cost_usd'] ?? 0) * 1e9));

test('a call becomes a row with all that is known of it', async () => {
  keeper.book([
    [
      at(7, 12, {
        parentSpanId: Buffer.from('0102030405060708', 'hex'),
        dimensions: { model: 'gpt-5-mini-2025-08-07' },
        task: 'task "1"\u2028',
        attempt: 2,
        errorType: 'late',
        stopReason: 'max_tokens',
        usage: {
          kind: 'reported',
          usage: { inputTokens: 1_490, cacheReadTokens: 1_024, outputTokens: 256, audioInputTokens: 6 },
          partial: true,
        },
      }),
      at(8, 12, { usage: { kind: 'unknown', reason: 'aborted' } }),
    ],
  ]);
  keeper.close([DAY]);
  expect(await run()).toEqual(['0 written 2']);
  const [row, unknown] = rowsOf('day=2026-11-22');
  expect(row).toEqual({
    ...{ day: '2026-11-22', start_time: '2026-11-22T12:00:00.000007Z', duration_us: 1_500_000 },
    ...{
      trace_id: '07070707070707070707070707070707',
      span_id: '0000000707070707',
      parent_span_id: '0102030405060708',
    },
    ...{ feature: 'search', team: 'Search', request_type: 'chat', provider: 'openai', model: 'gpt-5-mini' },
    ...{ account: 'main', service_tier: '', environment: 'prod', tenant: 'acme', wire_model: 'gpt-5-mini-2025-08-07' },
    ...{ request_path: '/ask', task: 'task "1"\u2028', status: 'ok', attempt: 2, error_type: 'late', is_partial: true },
    ...{ input: 460, cache_read: 1_024, cache_write: 0, cache_write_5m: 0, cache_write_1h: 0 },
    ...{ output: 256, reasoning: 0, web_search: 0, other_quantities: { input_audio: 6 } },
    ...{
      cost_usd: null,
      list_cost_usd: null,
      unpriced_reason: 'no_rate_input_audio',
      rate_card: null,
      booked_on: '2026-11-22',
      stop_reason: 'max_tokens',
    },
  });
  expect(unknown).toMatchObject({
    input: null,
    other_quantities: null,
    unpriced_reason: 'usage_unknown_aborted',
    stop_reason: null,
  });
  expect(Object.keys(row ?? {})).toEqual(CALL_COLUMNS.map(({ name }) => name));
});

test('closed days are written once, and again when a late call came; every row is there, in parts too', async () => {
  const many = Array.from({ length: 450 }, (_, id) => at(id, 3));
  keeper.book([many, [at(1, -3), at(2, 25)]]);
  keeper.close([DAY - 1, DAY]);
  expect(await run()).toEqual(['-1 written 1', '0 written 450']);
  expect(await run()).toEqual(['-1 unchanged 1', '0 unchanged 450']);
  expect(await run({ from: DAY })).toEqual(['0 unchanged 450']);

  keeper.book([[at(9_999, 3)]]);
  expect(await run({ to: DAY })).toEqual(['-1 unchanged 1', '0 written 451']);
  expect(readdirSync(out).sort()).toEqual(['day=2026-11-21', 'day=2026-11-22']);
  const rows = rowsOf('day=2026-11-22');
  expect(rows.filter(({ booked_on }) => booked_on !== '2026-11-22')).toHaveLength(1);
  expect(rows.reduce((sum, row) => sum + nano(row), 0n)).toBe(451n * COST);

  const small = join(dir, 'small');
  const manifest = await writePartition(database, small, DAY, { part: 200, page: 100 });
  expect(manifest?.parts.map(({ calls }) => calls)).toEqual([200, 200, 51]);
  out = small;
  expect(new Set(rowsOf('day=2026-11-22').map(({ span_id }) => span_id)).size).toBe(451);
});

test('a run that was cut off leaves nothing under a day’s name, and the next one clears up', async () => {
  keeper.book([[at(1, 1)]]);
  keeper.close([DAY]);
  mkdirSync(join(out, '.unfinished-day=2026-11-22'), { recursive: true });
  writeFileSync(join(out, '.unfinished-day=2026-11-22', 'part-00000.jsonl.gz'), 'half');
  mkdirSync(join(out, 'day=2026-11-22'));
  writeFileSync(join(out, 'day=2026-11-22', '_manifest.json'), '{"version":1');
  expect(await run()).toEqual(['0 written 1']);
  expect(readdirSync(out)).toEqual(['day=2026-11-22']);
  expect(rowsOf('day=2026-11-22')).toHaveLength(1);
});

test('calls that come while a day is written: nothing is kept of it, and what stood there stays', async () => {
  keeper.book([[at(1, 1)]]);
  keeper.close([DAY]);
  await run();
  keeper.book([[at(2, 1)]]);
  const writing = writePartition(database, out, DAY);
  keeper.book([[at(3, 1)]]);
  expect(await writing).toBeUndefined();
  expect(rowsOf('day=2026-11-22')).toHaveLength(1);
  expect(readdirSync(out)).toEqual(['day=2026-11-22']);
});

test('a place that cannot be written is named', async () => {
  keeper.book([[at(1, 1)]]);
  keeper.close([DAY]);
  writeFileSync(join(dir, 'deep'), 'a file');
  await expect(run()).rejects.toThrow(/^cannot write to .*deep/);
  expect(existsSync(out) || statSync(join(dir, 'deep')).isDirectory()).toBe(false);
});
