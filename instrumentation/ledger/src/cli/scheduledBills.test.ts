import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runBeside, startLedgerProcess, type LedgerProcess } from './ledgerProcess.fixture.ts';

let dir: string;
let server: Server;
let status: number;
let ledger: LedgerProcess | undefined;
beforeEach(async () => {
  [dir, status] = [mkdtempSync(join(tmpdir(), 'bills-')), 200];
  writeFileSync(join(dir, 'key'), 'sk-admin-1\n');
  server = createServer((request, response) => {
    const isKnown = request.headers.authorization === 'Bearer sk-admin-1';
    const start = Number(new URL(request.url ?? '', 'http://x').searchParams.get('start_time'));
    const of = { line_item: 'gpt-5-mini, input', project_id: 'proj_1', quantity: 5, quantity_unit: 'tokens' };
    const data = [{ start_time: start, results: [{ amount: { value: 1.25, currency: 'usd' }, ...of }] }];
    response.writeHead(isKnown ? status : 401).end(JSON.stringify({ data, has_more: false, next_page: null }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await ledger?.end('SIGTERM');
  server.close();
  rmSync(dir, { recursive: true });
});

const start = () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const from = ['--openai-admin-key-file', join(dir, 'key'), '--openai-billing-url', url];
  return startLedgerProcess(dir, [...from, '--bill-account', 'proj_1=web', '--bills-after', '0s']);
};
async function until({ metrics }: LedgerProcess, line: RegExp): Promise<string> {
  for (;;) {
    const text = await (await fetch(`${metrics}/metrics`)).text();
    if (line.test(text)) {
      return text;
    }
    await sleep(50);
  }
}

test('a ledger with an admin key fetches bills, and notices within seconds what is imported beside it', async () => {
  ledger = await start();
  const month = new Date().toISOString().slice(0, 7);
  const bill = (account: string, usd: string) =>
    new RegExp(`^genai_bill_usd\\{month="${month}",.*account="${account}".*\\} ${usd}$`, 'm');
  const text = await until(ledger, bill('web', '1.25'));
  expect(text).toContain('ai_finops_ledger_bill_fetches_total{provider="openai",result="ok"} 1\n');
  const succeeded = /^ai_finops_ledger_bill_fetch_success_timestamp_seconds\{provider="openai"\} (\d+)/m.exec(
    text
  )?.[1];
  expect(Math.abs(Number(succeeded) - Date.now() / 1_000)).toBeLessThan(60);
  expect(text).not.toMatch(/bill_fetch.*anthropic/);

  const mapping = join(dir, 'mapping.yaml');
  writeFileSync(mapping, 'provider: openai\ncolumns: { day: d, cost: c, description: w, account: a }\n');
  writeFileSync(join(dir, 'bill.csv'), `d,c,w,a\n${month}-01,7.5,"gpt-5-mini, output",file\n`);
  await runBeside('bills', 'import', join(dir, 'bill.csv'), '--mapping', mapping, '--data', dir);
  const began = Date.now();
  await until(ledger, bill('file', '7.5'));
  expect(Date.now() - began).toBeLessThan(20_000);
});

test('bills that cannot be read leave the ledger running, and come back when they can', async () => {
  const path = join(dir, 'bills.db');
  writeFileSync(path, 'no database, however long one waits for it');
  ledger = await start();
  const asked = async () => fetch(`${ledger?.api}/api/v1/bills`);
  const refused = await asked();
  expect(refused.status).toBe(503);
  expect(await refused.json()).toEqual({ error: expect.stringContaining('bills are unavailable') as unknown });
  expect((await fetch(`${ledger.metrics}/metrics`)).status).toBe(200);
  rmSync(path);
  while ((await asked()).status !== 200) {
    await sleep(50);
  }
});

test('a failure is counted', async () => {
  status = 403;
  ledger = await start();
  await until(ledger, /^ai_finops_ledger_bill_fetches_total\{provider="openai",result="failed"\} 1$/m);
});
