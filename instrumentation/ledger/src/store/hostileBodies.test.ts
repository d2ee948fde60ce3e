import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { TraceBody } from '../intake/traceBody.ts';
import { CommitQueue } from './commitQueue.ts';
import { hostileBody } from './hostileBody.fixture.ts';
import { Keeper } from './keeper.ts';
import { openDatabase } from './openDatabase.ts';
import { verifyBooks } from './verifyBooks.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const NOW = Date.UTC(2026, 10, 22, 13);
const BODIES = 5_000;
/** Bodies that wait for one commit, as of senders that come at once. */
const AT_ONCE = 5;
const PORTION = 250;
/** Four thousand bodies that left ten kilobytes each would pass it; `npm run bench -- fuzz` sends 100,000. */
const MAX_GROWTH_BYTES = 16 * 2 ** 20;

test(`${BODIES} hostile bodies: each is answered, none is stored in part, none leaves memory behind`, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'hostile-'));
  const path = join(dir, 'ledger.db');
  const database = openDatabase(path);
  const keeper = new Keeper(database, {
    prices: createPriceBook(),
    retentionDays: 100,
    maxSkewMs: 600_000,
    now: () => NOW,
  });
  const queue = new CommitQueue(keeper, 4 * 2 ** 20);
  const outcomes: Record<string, number> = {};
  let sent = 0;
  let booked = 0;
  const sizes: number[] = [];
  const take = (bodies: readonly TraceBody[]) => {
    const ids = bodies.map((body) => {
      sent += 1;
      queue.add(sent, body);
      return sent;
    });
    const reply = queue.flush();
    const answers = reply?.kind === 'committed' ? reply.answers : [];
    expect(answers.map(({ id }) => id).sort((one, other) => one - other)).toEqual(ids);
    for (const { outcome } of answers) {
      outcomes[outcome.kind] = (outcomes[outcome.kind] ?? 0) + 1;
    }
    booked += reply?.kind === 'committed' ? (reply.delta?.booked ?? 0) : 0;
  };
  try {
    // In portions: fast-check keeps what it made until it is done.
    while (sent < BODIES) {
      const bodies = fc.array(hostileBody(NOW), { minLength: AT_ONCE, maxLength: AT_ONCE });
      fc.assert(fc.property(bodies, take), { numRuns: PORTION / AT_ONCE });
      sizes.push(await memory());
    }
    // Never the books' fault, whatever was in the bodies.
    expect(Object.keys(outcomes).sort()).toEqual(['kept', 'malformed']);
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(BODIES / 20);
    expect((sizes.at(-1) ?? Infinity) - (sizes[1] ?? 0)).toBeLessThan(MAX_GROWTH_BYTES);

    // Chance decides how many (some 5 %); the fifth part of that would say the bodies are no test of the books.
    expect(booked).toBeGreaterThan(BODIES / 100);
    const kept = (table: string) => Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']);
    expect(kept('work')).toBeGreaterThan(BODIES / 500);
    expect(kept('foreign_span')).toBeGreaterThan(BODIES / 500);
    expect(kept('metric_series')).toBeGreaterThan(BODIES / 500);
    const checks = [...verifyBooks(path)];
    expect(checks.flatMap(({ differences }) => differences)).toEqual([]);
    expect(checks.reduce((sum, { calls }) => sum + calls, 0n)).toBe(BigInt(booked));
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    const garbage = database
      .prepare(
        `SELECT value FROM name WHERE value GLOB '*[' || char(1) || '-' || char(31) || ']*' OR length(value) > 128`
      )
      .all();
    expect(garbage).toEqual([]);
    expect(database.prepare('SELECT count(*) AS n FROM book WHERE cost < 0 OR list < 0 OR requests < 1').get()).toEqual(
      {
        n: 0,
      }
    );
  } finally {
    database.close();
    rmSync(dir, { recursive: true });
  }
});

/** Bytes in use, outside the heap included. */
async function memory(): Promise<number> {
  // zlib lets go of what a broken body held only between turns, and buffers go a turn after what held them.
  for (let turn = 0; turn < 3; turn += 1) {
    await setImmediate();
    collectGarbage();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
