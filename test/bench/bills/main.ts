import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BillBooks } from '../../../instrumentation/ledger/src/bills/billBooks.ts';
import { billsPath } from '../../../instrumentation/ledger/src/bills/billsPath.ts';
import { markdownTable } from '../report/markdownTable.ts';
import { publish } from '../report/publish.ts';
import { CLI, importBill } from './importBill.ts';
import { lastMonth } from './billedMonth.ts';
import { measureTurns } from './measureTurns.ts';
import { KEYS, writeBill } from './writeBill.ts';

/*
 * A big bill through the command that imports it: whether memory follows the rows of the file or what is kept of them,
 * whether anything is lost, and what a kill leaves behind. Then one that a running ledger fetches, and how long it is held
 * up by that.
 */
const isQuick = process.argv.includes('--quick');
const A_DAY = isQuick ? [1, 4] : [2, 24];
const KILLS = isQuick ? 3 : 20;
/** Ten times the rows may take that many times the memory. */
const MOST_GROWTH = 1.5;
/** Whoever sends spans or scrapes waits no longer for a bill. */
const LONGEST_TURN_MS = 20;

const folder = mkdtempSync(path.join(tmpdir(), 'bills-'));
const missed: string[] = [];
const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 0 });

/** What the newest revision has, and how many there are. */
function kept(data: string) {
  // An import that was killed at its start has made no file.
  const books = new BillBooks(billsPath(data));
  try {
    const revisions = books.revisions();
    const lines = revisions.flatMap((one) => books.lines(one));
    return {
      revisions: revisions.length,
      areWhole: revisions.every((one) => books.isWhole(one)),
      lines: lines.length,
      nanoUsd: lines.reduce((sum, { billedNanoUsd }) => sum + billedNanoUsd, 0n),
    };
  } finally {
    books.close();
  }
}

try {
  const rows: string[][] = [];
  const peaks: number[] = [];
  let [small, smallSeconds] = ['', 0];
  for (const [index, aDay] of A_DAY.entries()) {
    const [file, data] = [path.join(folder, `${aDay}.csv`), path.join(folder, `books-${aDay}`)];
    mkdirSync(data);
    const written = await writeBill(file, aDay);
    const { code, seconds, mebibytes = NaN, said } = await importBill(file, data);
    const found = code === 0 ? kept(data) : undefined;
    const isExact = found?.nanoUsd === written.nanoUsd && found.lines === KEYS;
    if (!isExact) {
      missed.push(`${number(written.rows)} rows were not kept as they were: ${said.slice(-300)}`);
    }
    peaks.push(mebibytes);
    [small, smallSeconds] = index === 0 ? [file, seconds] : [small, smallSeconds];
    rows.push([
      number(written.rows),
      number(found?.lines ?? 0),
      seconds.toFixed(1),
      number(mebibytes),
      isExact ? 'yes' : 'no',
    ]);
  }
  const growth = (peaks.at(-1) ?? NaN) / (peaks[0] ?? NaN);
  if (!(growth <= MOST_GROWTH)) {
    missed.push(`memory grew ${growth.toFixed(2)} times with the rows`);
  }

  const data = path.join(folder, 'books-killed');
  mkdirSync(data);
  let [killed, torn] = [0, 0];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    // Any moment may be the last, the commit of the lines with them.
    const { code } = await importBill(small, data, ((kill - 0.5) / KILLS) * smallSeconds * 1000);
    killed += Number(code === null);
    const found = kept(data);
    torn += Number(!found.areWhole || (found.lines !== 0 && found.lines !== KEYS));
  }
  await importBill(small, data);
  const again = await importBill(small, data);
  const end = kept(data);
  if (torn > 0 || end.revisions !== 1 || end.lines !== KEYS || !again.said.includes('as before: nothing to keep')) {
    missed.push(`after ${killed} kills: ${torn} torn, ${end.revisions} revisions, ${end.lines} lines`);
  }

  const turns = await measureTurns(CLI, path.join(folder, 'books-fetched'));
  const longest = Math.max(...turns.map(({ turnCpuMs }) => turnCpuMs));
  if (longest > LONGEST_TURN_MS) {
    missed.push(`a turn of the main loop took ${longest.toFixed(0)} ms`);
  }

  const outcome =
    missed.length === 0 ? 'All goals met.' : `Goals missed:\n\n${missed.map((one) => `- ${one}`).join('\n')}`;
  await publish(
    'instrumentation/ledger/docs/large-bills.md',
    'How a large bill is imported',
    'bills',
    `FOCUS CSV of a month by the hour, 16 accounts, 12 models and 7 meters, through \`ai-finops bills import\`. Rows are added up by
day, so that the same lines are kept of many rows as of few: memory is to follow those, not the rows. **Exact**: what is kept
adds up to the file to the nano-USD, in as many lines as there are days and names. How bills come in: [bills.md](bills.md).

Goals: exact; the larger file takes at most ${MOST_GROWTH} times the memory of the smaller; a kill leaves nothing or all; no turn of a
running ledger's main loop takes more than ${LONGEST_TURN_MS} ms of CPU.

${outcome}

${markdownTable(['rows', 'lines kept', 'seconds', 'peak memory, MiB', 'exact'], rows)}

${KILLS} imports of the smaller file were killed (SIGKILL), spread over as long as one takes; ${killed} of them before they had
ended. ${torn} left a part of a bill. Read again after them, the books had ${end.revisions} revision with ${number(end.lines)} lines, and reading
it once more kept nothing.

## In a running ledger

A ledger fetches a month of ${number(lastMonth().lines)} lines in one page from a stand-in of OpenAI's costs API, keeps it, and holds it against books with
as many sums. Bills are fetched, kept, read and reconciled in a thread of their own; the main one takes spans and serves metrics and the API. **Longest
turn**: of the main loop, by \`monitorEventLoopDelay\`; on a busy machine it also waits for other programs, and for a core
that the bills thread has; the goal is of CPU. **CPU**: the most the main thread took of it in one turn.

${markdownTable(
  ['a month is', 'seconds', 'longest turn, ms', 'CPU, ms'],
  turns.map(({ what, seconds, stallMs, turnCpuMs }) => [what, seconds.toFixed(1), number(stallMs), number(turnCpuMs)])
)}

Before bills had that thread, the same took the main one (two cores, load average 7.4): fetched and kept 4,265 ms in one turn (1,643 ms of
CPU), reconciled for \`/metrics\` 2,182 ms (876), listed 963 ms (566), reconciled for the API 2,012 ms (692); and each close and every
five minutes all of it was reconciled anew. Now a month is when its bill or what the books say of it has changed.`
  );
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = missed.length === 0 ? 0 : 1;
