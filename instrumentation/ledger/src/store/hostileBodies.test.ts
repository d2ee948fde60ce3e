import {
  ATTRIBUTE,
  MONEY_SCOPE,
  WORK_ATTRIBUTE,
  WORK_OPERATION,
  WORK_SCOPE,
} from '@ai-finops/instrumentation/contract';
import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { CALL, traceRequest, type FixtureValue } from '../intake/traceRequest.fixture.ts';
import type { TraceBody, TraceEncoding } from '../intake/traceBody.ts';
import { CommitQueue } from './commitQueue.ts';
import { Keeper } from './keeper.ts';
import { openDatabase } from './openDatabase.ts';
import { verifyBooks } from './verifyBooks.ts';

jest.setTimeout(120_000);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const NOW = Date.UTC(2026, 10, 22, 13);
const BODIES = 5_000;
const PORTION = 500;
/** Four thousand bodies that left a few kilobytes each would pass it. */
const MAX_GROWTH_BYTES = 16 * 2 ** 20;

const WORK: Readonly<Record<string, FixtureValue>> = {
  [WORK_ATTRIBUTE.unit]: 'page',
  [WORK_ATTRIBUTE.count]: 2,
  [WORK_ATTRIBUTE.evaluator]: 'judge',
  [WORK_ATTRIBUTE.score]: 0.5,
};
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.double(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.boolean(),
  fc.constant(null)
);
const attributes = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...Object.keys(CALL), ...Object.keys(WORK)), value, { maxKeys: 6 }),
    fc.constantFrom('chat', WORK_OPERATION.outcome, WORK_OPERATION.quality)
  )
  .map(([odd, operation]): Record<string, FixtureValue> => ({
    ...CALL,
    ...WORK,
    [ATTRIBUTE.operation]: operation,
    ...odd,
  }));
const span = fc.record({
  traceId: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  startMs: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: NOW - 86_400_000, max: NOW }) },
    fc.constantFrom(0, 1, NOW * 1_000)
  ),
  durationMs: fc.integer({ min: 0, max: 1_000_000 }),
  attributes,
});
const request = fc
  .record({
    spans: fc.array(span, { maxLength: 3 }),
    isJson: fc.boolean(),
    scope: fc.constantFrom(MONEY_SCOPE, MONEY_SCOPE, WORK_SCOPE, 'another'),
  })
  .map(({ spans, isJson, scope }) => {
    const { json, protobuf } = traceRequest(spans, { scope });
    return { bytes: isJson ? json : protobuf, encoding: (isJson ? 'json' : 'protobuf') as TraceEncoding };
  });
/** What happens to a real body on its way. */
const mutation = fc.record({
  kind: fc.constantFrom('none', 'flip', 'cut', 'double', 'insert', 'swap', 'length'),
  at: fc.nat(),
  byte: fc.integer({ min: 0, max: 255 }),
});
const mutated = fc.tuple(request, fc.array(mutation, { maxLength: 4 })).map(([{ bytes, encoding }, mutations]) => ({
  bytes: mutations.reduce(mutate, bytes),
  encoding,
}));
const invented = fc.record({
  bytes: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  encoding: fc.constantFrom<TraceEncoding>('protobuf', 'json'),
});
const nested = fc
  .record({ depth: fc.nat(20_000), brackets: fc.constantFrom('[', '{"a":', '{"resourceSpans":[') })
  .map(({ depth, brackets }) => ({ bytes: Buffer.from(brackets.repeat(depth)), encoding: 'json' as TraceEncoding }));
const hostile = fc
  .tuple(
    fc.oneof({ weight: 8, arbitrary: mutated }, { weight: 2, arbitrary: invented }, { weight: 1, arbitrary: nested }),
    fc.constantFrom('plain', 'gzip', 'says gzip', 'cut gzip')
  )
  .map(([{ bytes, encoding }, coding]): TraceBody => {
    const zipped = coding === 'gzip' || coding === 'cut gzip' ? gzipSync(bytes) : bytes;
    const sent = coding === 'cut gzip' ? zipped.subarray(0, -5) : zipped;
    return { bytes: new Uint8Array(sent), encoding, gzip: coding !== 'plain' };
  });

function mutate(bytes: Buffer, { kind, at, byte }: typeof mutation extends fc.Arbitrary<infer T> ? T : never): Buffer {
  const index = bytes.length === 0 ? 0 : at % bytes.length;
  const changed = Buffer.from(bytes);
  switch (kind) {
    case 'flip':
      changed.set(changed.length > 0 ? [byte] : [], index);
      return changed;
    case 'cut':
      return changed.subarray(0, index);
    case 'double':
      return Buffer.concat([changed, changed.subarray(index)]);
    case 'insert':
      return Buffer.concat([changed.subarray(0, index), Buffer.alloc(byte, 0xff), changed.subarray(index)]);
    case 'swap':
      return Buffer.concat([changed.subarray(index), changed.subarray(0, index)]);
    case 'length':
      return Buffer.concat([changed.subarray(0, index), Buffer.from([0x0a, 0xff, 0xff, 0xff, 0xff, 0x07])]);
    default:
      return changed;
  }
}

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
  const take = (body: TraceBody) => {
    sent += 1;
    queue.add(sent, body);
    const reply = queue.flush();
    const answers = reply?.kind === 'committed' ? reply.answers : [];
    expect(answers.map(({ id }) => id)).toEqual([sent]);
    for (const { outcome } of answers) {
      outcomes[outcome.kind] = (outcomes[outcome.kind] ?? 0) + 1;
    }
    booked += reply?.kind === 'committed' ? (reply.delta?.booked ?? 0) : 0;
  };
  try {
    // In portions: fast-check keeps what it made until it is done.
    while (sent < BODIES) {
      fc.assert(fc.property(hostile, take), { numRuns: PORTION });
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
