import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BillBooks } from '../bills/billBooks.ts';
import { runBeside, startCommand, startLedgerProcess, type LedgerProcess } from './ledgerProcess.fixture.ts';

/*
 * Ends whoever keeps a bill while it does: what a transaction writes before its end stands in the write-ahead log, whose
 * growth tells that one is under way.
 */
const LINES = 10_000;
/** Long, so that few lines are more than a transaction holds in memory. */
const WORDS = 'x'.repeat(400);
/** Bytes of the log when lines have begun to be written. */
const BEGUN = 4_096;
/** And when some of them have been. */
const MIDWAY = 1_500_000;

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'killed-'))));
afterEach(() => rmSync(dir, { recursive: true }));

async function untilLogHas(bytes: number, isOver: () => boolean): Promise<void> {
  const log = join(dir, 'bills.db-wal');
  while (!isOver() && !(existsSync(log) && statSync(log).size >= bytes)) {
    await sleep(1);
  }
}

/** On a busy machine a signal may come when all is over: then it is tried again. */
const TRIES = 5;

/** Each revision with how many lines it has; all of them have to be whole. */
function kept(): string[] {
  const books = new BillBooks(join(dir, 'bills.db'));
  try {
    return books.revisions().map((one) => {
      expect(books.isWhole(one)).toBe(true);
      return `${one.month} ${books.lines(one).length}`;
    });
  } finally {
    books.close();
  }
}

/** Tries until the signal came in time. */
async function untilHit(attempt: () => Promise<boolean>): Promise<void> {
  for (let tries = 1; !(await attempt()); tries += 1) {
    expect(tries).toBeLessThan(TRIES);
    ['', '-wal', '-shm'].forEach((end) => rmSync(join(dir, `bills.db${end}`), { force: true }));
  }
}

describe('an import from a file', () => {
  const both = ['2026-08', '2026-09'].map((month) => `${month} ${LINES / 2}`);
  let args: string[];
  beforeEach(() => {
    const [file, mapping] = [join(dir, 'bill.csv'), join(dir, 'mapping.yaml')];
    const row = (month: string) => (_: unknown, index: number) => `2026-${month}-01,1.5,${WORDS} ${index}\n`;
    const rows = ['08', '09'].flatMap((month) => Array.from({ length: LINES / 2 }, row(month)));
    writeFileSync(file, `d,c,w\n${rows.join('')}`);
    writeFileSync(mapping, 'provider: mistral_ai\ncolumns: { day: d, cost: c, description: w }\n');
    args = ['bills', 'import', file, '--mapping', mapping, '--data', dir];
  });

  it('that is ended or killed while it keeps two months keeps neither, and run again keeps both once', async () => {
    for (const [signal, bytes] of [
      ['SIGTERM', BEGUN],
      ['SIGKILL', MIDWAY],
    ] as const) {
      await untilHit(async () => {
        const child = startCommand(...args);
        const ended = once(child, 'exit');
        await untilLogHas(bytes, () => child.exitCode !== null);
        child.kill(signal);
        await ended;
        expect([[], both]).toContainEqual(kept());
        return kept().length === 0;
      });
    }
    await runBeside(...args);
    expect(kept()).toEqual(both);
    expect((await runBeside(...args)).stdout).toContain('as before: nothing to keep');
    expect(kept()).toEqual(both);
  });
});

describe('a ledger that fetches a bill of two pages', () => {
  let server: Server;
  let requests: number;
  /** The second page is not answered. */
  let isHeld: boolean;
  let ledger: LedgerProcess | undefined;
  const month = new Date().toISOString().slice(0, 7);
  beforeEach(async () => {
    [requests, isHeld] = [0, false];
    writeFileSync(join(dir, 'key'), 'sk-admin-1\n');
    const result = (part: number) => (_: unknown, index: number) => ({
      ...{
        amount: { value: 1.5, currency: 'usd' },
        line_item: `gpt-5-mini, input ${part} ${index} ${WORDS}`,
        project_id: 'p',
      },
    });
    server = createServer(({ url = '' }, response) => {
      requests += 1;
      const query = new URL(url, 'http://x').searchParams;
      const start_time = Number(query.get('start_time'));
      const isAsked = new Date(start_time * 1_000).toISOString().startsWith(month);
      const isSecond = query.has('page');
      if (isSecond && isHeld) {
        return;
      }
      const results = isAsked ? Array.from({ length: LINES / 2 }, result(Number(isSecond))) : [];
      const hasMore = isAsked && !isSecond && url.includes('/costs');
      const data = url.includes('/costs') ? [{ start_time, results }] : [];
      response.end(JSON.stringify({ data, has_more: hasMore, next_page: hasMore ? 'second' : null }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    await ledger?.end('SIGKILL');
    server.closeAllConnections();
    server.close();
  });
  const start = async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const from = ['--openai-admin-key-file', join(dir, 'key'), '--openai-billing-url', url, '--bills-after', '0s'];
    return (ledger = await startLedgerProcess(dir, from));
  };
  const ofMonth = () => kept().filter((one) => one.startsWith(month));
  it('and that is stopped between pages ends at once, and keeps nothing of it', async () => {
    isHeld = true;
    const running = await start();
    while (requests < 3) {
      await sleep(5);
    }
    expect(await running.end('SIGTERM')).toBe(0);
    expect(ofMonth()).toEqual([]);
  });

  it('and that is stopped while it keeps it keeps it to its end', async () => {
    const running = await start();
    await untilLogHas(MIDWAY, () => false);
    expect(await running.end('SIGTERM')).toBe(0);
    expect(ofMonth()).toEqual([`${month} ${LINES}`]);
  });

  it('and that is killed while it keeps it keeps nothing of it, and all once it runs again', async () => {
    await untilHit(async () => {
      const running = await start();
      await untilLogHas(MIDWAY, () => false);
      expect(await running.end('SIGKILL')).toBeNull();
      expect([[], [`${month} ${LINES}`]]).toContainEqual(ofMonth());
      return ofMonth().length === 0;
    });
    const { metrics } = await start();
    const done = 'bill_fetches_total{provider="openai",result="ok"} 1';
    while (!(await (await fetch(`${metrics}/metrics`)).text()).includes(done)) {
      await sleep(50);
    }
    expect(ofMonth()).toEqual([`${month} ${LINES}`]);
  });
});
