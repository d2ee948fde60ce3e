import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../pipeline/freePort.ts';
import { startServer } from '../ledger/server.ts';
import { lastMonth, seedMonth, serveBill } from './billedMonth.ts';

interface Turn {
  readonly what: string;
  readonly seconds: number;
  /** The longest turn of the ledger's main loop meanwhile. */
  readonly stallMs: number;
  /** The most CPU of one turn: what it took, without what it waited for a busy machine. */
  readonly turnCpuMs: number;
}

const IDLE_MS = 5_000;

/** A running ledger that fetches a large month, keeps, reconciles and lists it: how long its main loop was held up. */
export async function measureTurns(cli: string, data: string): Promise<readonly Turn[]> {
  mkdirSync(data, { recursive: true });
  seedMonth(data);
  const { month, lines } = lastMonth();
  const key = path.join(data, 'key');
  writeFileSync(key, 'sk-admin-1\n');
  const bill = await serveBill();
  const ports = await Promise.all([freePort(), freePort(), freePort()]);
  const [metrics, api] = ports.slice(1).map((port) => `http://127.0.0.1:${port}`) as [string, string];
  const listen = ['--intake-port', '--metrics-port', '--api-port'].flatMap((name, index) => [name, `${ports[index]}`]);
  const from = ['--openai-admin-key-file', key, '--openai-billing-url', bill.url, '--bills-after', '0s'];
  const ledger = await startServer(cli, ['ledger', '--data', data, ...listen, ...from], `${metrics}/healthz`);
  const turns: Turn[] = [];
  const during = async (what: string, done: () => Promise<unknown>) => {
    const began = performance.now();
    await done();
    const seconds = (performance.now() - began) / 1000;
    const { stallMs, turnCpuMs } = await ledger.usage();
    turns.push({ what, seconds, stallMs, turnCpuMs });
  };
  const text = async (url: string) => (await fetch(url)).text();
  const until = async (url: string, hasCome: (text: string) => boolean) => {
    while (!hasCome(await text(url))) {
      await sleep(250);
    }
  };
  const ofMonth = `month=${month}&provider=openai`;
  try {
    // What a start takes is not of bills.
    await ledger.usage();
    bill.answer();
    await during('fetched and kept', () =>
      until(`${api}/api/v1/bills`, (found) => found.includes(`"month":"${month}"`))
    );
    await during('reconciled for `/metrics`', () =>
      until(`${metrics}/metrics`, (found) => found.includes(`genai_bill_estimate_usd{month="${month}"`))
    );
    await during('scraped', () => text(`${metrics}/metrics`));
    await during('listed by the API', async () => {
      const listed = JSON.parse(await text(`${api}/api/v1/bills?${ofMonth}`)) as { lines: object[] };
      if (listed.lines.length !== lines) {
        throw new Error(`${listed.lines.length} lines were listed, not ${lines}`);
      }
    });
    await during('reconciled for the API', () => text(`${api}/api/v1/reconciliation?month=${month}`));
    await during('left alone', () => sleep(IDLE_MS));
    return turns;
  } finally {
    await ledger.end();
    bill.end();
  }
}
