import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { CALL_NANO_USD } from '../../../instrumentation/ledger/src/intake/traceRequest.fixture.ts';
import { Stack } from '../../pipeline/Stack.ts';
import { until } from '../../pipeline/until.ts';
import { markdownTable } from '../report/markdownTable.ts';
import { publish } from '../report/publish.ts';
import { Duress, keyOf, type Batch } from './Duress.ts';

/*
 * The crash matrix: SIGKILL at random points, also while days close, under senders that resend, mix, reorder and have
 * clocks that are up to two days off. The real clients' campaign is `kills`; here every span is known by its id.
 */
const option = (name: string, fallback: number) => {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return given === undefined ? fallback : Number(given.split('=')[1]);
};
const KILLS = option('kills', process.argv.includes('--quick') ? 5 : 200);
const SEED = option('seed', 20_261_128);
/** Ends earlier when so many minutes are over; the report says how many kills it came to. */
const MINUTES = option('minutes', Infinity);
const SENDERS = 8;

const duress = new Duress(SEED);
const acknowledged = new Set<string>();
const ahead = new Set<string>();
const seen = { batches: 0, spans: 0, broken: 0, refused: 0, closes: 0 };
const wrong: string[] = [];

/** Sends until the ledger is gone; what it could not hand over it sends first next time. */
async function send(stack: Stack, first: Batch | undefined): Promise<Batch | undefined> {
  let batch = first ?? duress.next();
  for (;;) {
    let status: number;
    let answered: Uint8Array;
    try {
      const headers = { 'content-type': 'application/x-protobuf' };
      const response = await fetch(`${stack.intake}/v1/traces`, {
        method: 'POST',
        body: batch.body as BodyInit,
        headers,
      });
      status = response.status;
      answered = new Uint8Array(await response.arrayBuffer());
    } catch {
      seen.broken += 1;
      return batch;
    }
    if (status !== 200) {
      wrong.push(`answered ${status}`);
      return undefined;
    }
    seen.batches += 1;
    seen.spans += batch.spans.length;
    // An answer with a body is a partial success: spans were refused.
    if (batch.isAhead !== answered.length > 0) {
      wrong.push(`a batch ${batch.isAhead ? 'ahead of the clock was taken' : 'in time was refused'}`);
    }
    seen.refused += batch.isAhead ? batch.spans.length : 0;
    batch.spans.forEach((span) => (batch.isAhead ? ahead : acknowledged).add(keyOf(span)));
    batch = duress.next();
  }
}

const counted = (text: string) =>
  [...text.matchAll(/^genai_cost_usd_total\{.*\} (\S+)$/gm)].reduce((sum, match) => sum + Number(match[1]), 0);

/** Ends with the ledger: a close that is cut off is one of the points to be killed at. */
async function closeDays(stack: Stack): Promise<void> {
  const through = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ through }),
  };
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
  let kills = 0;
  const ends = performance.now() + MINUTES * 60_000;
  while (kills < KILLS && performance.now() < ends) {
    kills += 1;
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
    if (kills % 20 === 0) {
      console.log(`${kills} kills, ${acknowledged.size} calls acknowledged, ${seen.broken} requests broken`);
    }
  }
  // What is still held goes through before the books are judged.
  const last = Promise.all(held.map((batch) => send(stack, batch)));
  await sleep(1_000);
  await stack.endLedger('SIGTERM');
  await last;

  const books = path.join(stack.data, 'ledger');
  const database = new DatabaseSync(path.join(books, 'ledger.db'), { readOnly: true });
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'calls_*'`).all();
  const stored = tables.flatMap(({ name }) => database.prepare(`SELECT lower(hex(key)) AS key FROM ${name}`).all());
  const keys = new Set(stored.map(({ key }) => String(key)));
  const [integrity] = database.prepare('PRAGMA integrity_check').all();
  const adjusted = database.prepare('SELECT coalesce(sum(requests), 0) AS calls FROM book WHERE day <> for_day').get();
  database.close();
  const verified = await stack.ledger('verify', '--data', books).catch((error: Error) => error.message);
  await stack.startLedger();
  const lost = [...acknowledged].filter((key) => !keys.has(key)).length;
  const garbage = [...ahead].filter((key) => keys.has(key)).length;
  const booked = await stack.bookedNanoUsd();
  const expected = CALL_NANO_USD * BigInt(stored.length);
  const isVerified = /every sum equals its calls/.test(verified);
  const isRight =
    lost + garbage + falls + wrong.length === 0 && keys.size === stored.length && booked === expected && isVerified;
  const figure = (value: number | bigint) => value.toLocaleString('en');
  await publish(
    'instrumentation/ledger/docs/crash.md',
    'The crash matrix',
    'crash',
    `The ledger is sent SIGKILL again and again at random moments, a third of them while days are being closed. ${SENDERS} senders go
on meanwhile and send again what was not acknowledged; of ten batches three are resends, two of those mixed from several
others and shuffled. Half of the calls have clocks up to two days slow, so that they meet open, closing and closed days;
one batch in ten is of a clock up to two days ahead and has to be refused. Seed ${SEED}: \`--seed=N\`, \`--kills=N\` for others.

${markdownTable(
  ['figure', 'value'],
  [
    ['SIGKILLs', figure(kills)],
    ['batches acknowledged', figure(seen.batches)],
    ['spans in them', figure(seen.spans)],
    ['requests broken by a kill, sent again', figure(seen.broken)],
    ['closes asked for and answered', figure(seen.closes)],
    ['calls acknowledged, each counted once', figure(acknowledged.size)],
    ['acknowledged and lost', figure(lost)],
    ['doubled', figure(stored.length - keys.size)],
    ['spans ahead of the clock, refused', figure(seen.refused)],
    ['of those in the books', figure(garbage)],
    ['calls booked as adjustments of a closed day', figure(Number(adjusted?.['calls']))],
    ['books, nano-USD', String(booked)],
    ['calls × price, nano-USD', String(expected)],
    ['times a live counter fell or was ahead of the books', figure(falls)],
    ['`ledger verify`', isVerified ? 'every sum equals its calls' : 'WRONG'],
    ['integrity check', String(integrity?.['integrity_check'])],
    ['start after a kill until healthy, mean ms', (restarts / kills).toFixed(0)],
  ]
)}
${wrong.length > 0 ? `\n**Wrong:** ${[...new Set(wrong)].join('; ')}\n` : ''}${isVerified ? '' : `\n${verified}\n`}`
  );
  process.exitCode = isRight ? 0 : 1;
} finally {
  await stack.end();
}
