import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { CALL_NANO_USD, traceRequest } from '../intake/traceRequest.fixture.ts';
import { rowsMinusSums } from '../store/rowsMinusSums.fixture.ts';
import { startLedgerProcess, type LedgerProcess } from './ledgerProcess.fixture.ts';

const KILLS = 4;
const SENDERS = 8;
const SPANS = 25;

let dir: string;
let ledger: LedgerProcess | undefined;

beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'crash-'))));
afterEach(async () => {
  await ledger?.end('SIGKILL');
  rmSync(dir, { recursive: true });
});

interface Batch {
  readonly keys: readonly string[];
  readonly body: Buffer;
}

function newBatch(): Batch {
  const spans = Array.from({ length: SPANS }, (_, index) => ({
    traceId: randomBytes(16),
    spanId: randomBytes(8),
    startMs: Date.now() - index,
  }));
  return {
    keys: spans.map(({ traceId, spanId }) => Buffer.concat([traceId, spanId]).toString('hex')),
    body: gzipSync(traceRequest(spans).protobuf, { level: 1 }),
  };
}

/** Sends until the ledger is gone; resolves with the batch it could not hand over. Rejects on any answer but 200. */
async function send(ledger: LedgerProcess, first: Batch | undefined, acknowledged: (batch: Batch) => void) {
  let batch = first ?? newBatch();
  for (;;) {
    const headers = { 'content-type': 'application/x-protobuf', 'content-encoding': 'gzip' };
    let response: Response;
    try {
      response = await fetch(ledger.intake, { method: 'POST', body: new Uint8Array(batch.body), headers });
    } catch {
      return batch;
    }
    if (response.status !== 200) {
      throw new Error(`answered ${response.status}`);
    }
    acknowledged(batch);
    batch = newBatch();
  }
}

async function costCounter(ledger: LedgerProcess): Promise<number> {
  const text = await (await fetch(`${ledger.metrics}/metrics`)).text();
  return Number(/^genai_cost_usd_total\{.*\} (\S+)$/m.exec(text)?.[1] ?? 0);
}

test('killed under load, it loses nothing acknowledged, doubles nothing, and its counters never fall', async () => {
  const acknowledged = new Set<string>();
  let unsent: (Batch | undefined)[] = Array.from({ length: SENDERS }, () => undefined);
  let lastSeen = 0;

  for (let kill = 0; kill < KILLS; kill += 1) {
    const running = await startLedgerProcess(dir);
    ledger = running;
    expect(await costCounter(running)).toBeGreaterThanOrEqual(lastSeen);
    const goal = acknowledged.size + 40 * SPANS * (kill + 1);
    let reached: () => void = () => undefined;
    const enough = new Promise<void>((resolve) => (reached = resolve));
    const senders = unsent.map((batch) =>
      send(running, batch, ({ keys }) => {
        keys.forEach((key) => acknowledged.add(key));
        if (acknowledged.size >= goal) {
          reached();
        }
      })
    );
    await Promise.race([enough, Promise.all(senders)]);
    lastSeen = await costCounter(running);
    await running.end('SIGKILL');
    unsent = await Promise.all(senders);
  }

  ledger = await startLedgerProcess(dir);
  const afterwards = await costCounter(ledger);
  expect(afterwards).toBeGreaterThanOrEqual(lastSeen);
  expect(await ledger.end('SIGTERM')).toBe(0);

  const database = new DatabaseSync(join(dir, 'ledger.db'), { readOnly: true });
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE name GLOB 'calls_*'`).all();
  const stored = tables.flatMap(({ name }) => database.prepare(`SELECT hex(key) AS key FROM ${name}`).all());
  const keys = new Set(stored.map(({ key }) => String(key).toLowerCase()));
  expect(keys.size).toBe(stored.length);
  expect([...acknowledged].filter((key) => !keys.has(key))).toEqual([]);
  expect(rowsMinusSums(database)).toEqual([]);
  expect(BigInt(Math.round(afterwards * 1e9))).toBe(CALL_NANO_USD * BigInt(stored.length));
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  database.close();
}, 120_000);
