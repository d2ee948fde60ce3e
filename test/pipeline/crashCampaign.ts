import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { CALL_NANO_USD } from '../../instrumentation/ledger/src/intake/traceRequest.fixture.ts';
import { Duress, keyOf, type Batch } from './Duress.ts';
import { Stack } from './Stack.ts';
import { until } from './until.ts';

export const SENDERS = 8;

export interface CrashFigures {
  readonly kills: number;
  readonly batches: number;
  readonly spans: number;
  /** Requests that a kill broke; they are sent again. */
  readonly broken: number;
  /** Closes that were asked for and answered. */
  readonly closes: number;
  /** Spans ahead of the clock. */
  readonly refused: number;
  readonly acknowledged: number;
  readonly adjusted: number;
  readonly bookedNanoUsd: bigint;
  readonly expectedNanoUsd: bigint;
  /** How long a start took on average, until healthy. */
  readonly restartMs: number;
  /** What must be nought, nothing or true. */
  readonly faults: {
    readonly lost: number;
    readonly doubled: number;
    /** Spans ahead of the clock that are in the books. */
    readonly garbage: number;
    /** Times a live counter fell or was ahead of the books. */
    readonly falls: number;
    readonly answers: readonly string[];
    /** What `ledger verify` found; undefined: every sum equals its calls. */
    readonly differences: string | undefined;
    /** What SQLite found; undefined: it is whole. */
    readonly damage: string | undefined;
  };
}

/**
 * The crash matrix: SIGKILL at random points, also while days close, under senders that resend, mix, reorder and have
 * clocks that are up to two days off; every span is known by its id.
 *
 * @param enough asked before each kill, with those so far
 * @param say told how far it has come
 */
export async function crashCampaign(
  seed: number,
  enough: (kills: number) => boolean,
  say: (line: string) => void
): Promise<CrashFigures> {
  const duress = new Duress(seed);
  const acknowledged = new Set<string>();
  const ahead = new Set<string>();
  const seen = { kills: 0, batches: 0, spans: 0, broken: 0, refused: 0, closes: 0 };
  const answers = new Set<string>();

  /** Sends until the ledger is gone; what it could not hand over it sends first next time. */
  async function send(stack: Stack, first: Batch | undefined): Promise<Batch | undefined> {
    let batch = first ?? duress.next();
    for (;;) {
      let status: number;
      let answered: Uint8Array;
      try {
        const headers = { 'content-type': 'application/x-protobuf' };
        const body = batch.body as BodyInit;
        const response = await fetch(`${stack.intake}/v1/traces`, { method: 'POST', body, headers });
        status = response.status;
        answered = new Uint8Array(await response.arrayBuffer());
      } catch {
        seen.broken += 1;
        return batch;
      }
      if (status !== 200) {
        answers.add(`answered ${status}`);
        return undefined;
      }
      seen.batches += 1;
      seen.spans += batch.spans.length;
      // An answer with a body is a partial success: spans were refused.
      if (batch.isAhead !== answered.length > 0) {
        answers.add(`a batch ${batch.isAhead ? 'ahead of the clock was taken' : 'in time was refused'}`);
      }
      seen.refused += batch.isAhead ? batch.spans.length : 0;
      batch.spans.forEach((span) => (batch.isAhead ? ahead : acknowledged).add(keyOf(span)));
      batch = duress.next();
    }
  }

  /** Ends with the ledger: a close that is cut off is one of the points to be killed at. */
  async function closeDays(stack: Stack): Promise<void> {
    const through = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify({ through }) };
    await fetch(`http://127.0.0.1:${stack.ports.api}/api/v1/closes`, request).then(
      (response) => (seen.closes += response.ok ? 1 : 0),
      () => undefined
    );
  }

  const stack = await Stack.start();
  try {
    let held: (Batch | undefined)[] = Array.from({ length: SENDERS }, () => undefined);
    let counter = 0;
    let falls = 0;
    let restarts = 0;
    while (!enough(seen.kills)) {
      seen.kills += 1;
      const senders = held.map((batch) => send(stack, batch));
      // Mostly in the midst of it: a ledger that has just started prices its first call only after a while.
      const acknowledgedBefore = seen.batches;
      if (duress.random() < 0.85) {
        await until(
          () => Promise.resolve(seen.batches),
          (batches) => batches > acknowledgedBefore + SENDERS
        );
      }
      const closing = duress.random() < 0.3 ? sleep(duress.random() * 600).then(() => closeDays(stack)) : undefined;
      await sleep(duress.random() * 700);
      const now = counted(await stack.metrics());
      falls += now < counter ? 1 : 0;
      counter = now;
      await sleep(duress.random() * 40);
      await stack.endLedger('SIGKILL');
      held = await Promise.all(senders);
      await closing;
      const began = performance.now();
      await stack.startLedger();
      restarts += performance.now() - began;
      const restored = counted(await stack.metrics());
      falls += restored < counter ? 1 : 0;
      if (seen.kills % 20 === 0) {
        say(`${seen.kills} kills, ${acknowledged.size} calls acknowledged, ${seen.broken} requests broken`);
      }
    }
    // What is still held goes through before the books are judged.
    const last = Promise.all(held.map((batch) => send(stack, batch)));
    await sleep(1_000);
    await stack.endLedger('SIGTERM');
    await last;

    const { keys, calls, adjusted, integrity } = readBooks(path.join(stack.data, 'ledger'));
    const verified = await stack
      .ledger('verify', '--data', path.join(stack.data, 'ledger'))
      .catch((error: Error) => error.message);
    await stack.startLedger();
    return {
      ...seen,
      acknowledged: acknowledged.size,
      adjusted,
      bookedNanoUsd: await stack.bookedNanoUsd(),
      expectedNanoUsd: CALL_NANO_USD * BigInt(calls),
      restartMs: restarts / seen.kills,
      faults: {
        lost: [...acknowledged].filter((key) => !keys.has(key)).length,
        doubled: calls - keys.size,
        garbage: [...ahead].filter((key) => keys.has(key)).length,
        falls,
        answers: [...answers],
        differences: /every sum equals its calls/.test(verified) ? undefined : verified,
        damage: integrity === 'ok' ? undefined : integrity,
      },
    };
  } finally {
    await stack.end();
  }
}

const counted = (text: string) =>
  [...text.matchAll(/^genai_cost_usd_total\{.*\} (\S+)$/gm)].reduce((sum, match) => sum + Number(match[1]), 0);

function readBooks(folder: string): { keys: Set<string>; calls: number; adjusted: number; integrity: string } {
  const database = new DatabaseSync(path.join(folder, 'ledger.db'), { readOnly: true });
  try {
    const tables = database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'calls_*'`)
      .all();
    const stored = tables.flatMap(({ name }) => database.prepare(`SELECT lower(hex(key)) AS key FROM ${name}`).all());
    const adjusted = database
      .prepare('SELECT coalesce(sum(requests), 0) AS calls FROM book WHERE day <> for_day')
      .get();
    return {
      keys: new Set(stored.map(({ key }) => String(key))),
      calls: stored.length,
      adjusted: Number(adjusted?.['calls']),
      integrity: String(database.prepare('PRAGMA integrity_check').get()?.['integrity_check']),
    };
  } finally {
    database.close();
  }
}
