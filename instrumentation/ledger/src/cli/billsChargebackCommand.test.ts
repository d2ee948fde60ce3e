import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BillBooks } from '../bills/billBooks.ts';
import { billsPath } from '../bills/billsPath.ts';
import { readFocusCsv } from '../exports/focusCsv.fixture.ts';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { billsChargebackCommand } from './billsChargebackCommand.ts';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'chargeback-'))));
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(dir, { recursive: true });
});

const run = async (...options: string[]) => {
  let said = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  await billsChargebackCommand().parseAsync(['--month', '2026-11', '--data', dir, ...options], { from: 'user' });
  return readFocusCsv(said).rows;
};

test('shares the newest revision of the month by what the books say, and says when there is no bill', async () => {
  const database = openDatabase(join(dir, 'ledger.db'));
  const now = () => Date.UTC(2026, 10, 30, 20);
  const keeper = new Keeper(database, { prices: createPriceBook(), retentionDays: 100, maxSkewMs: 600_000, now });
  const startUs = Date.UTC(2026, 10, 30, 10) * 1_000;
  keeper.book([
    ['search', 'search', 'chat'].map((feature, id) => moneyRecord(id, { startUs, dimensions: { feature } })),
  ]);
  database.close();
  await expect(run()).rejects.toThrow('no bill of 2026-11 was imported yet');

  const bills = new BillBooks(billsPath(dir));
  for (const nanoUsd of [7n, 10_000_000_000n]) {
    const of = { provider: 'openai', day: '2026-11-01', description: 'x', category: 'usage' } as const;
    const lines = [{ ...of, effectiveNanoUsd: nanoUsd, billedNanoUsd: nanoUsd }];
    bills.keep({ provider: 'openai', month: '2026-11', lines }, { state: 'final', source: 'a file', nowMs: 1 });
  }
  bills.close();
  expect((await run()).map((row) => [row['x_Feature'], row['BilledCost']])).toEqual([
    ['chat', '3.33'],
    ['search', '6.67'],
  ]);
  expect((await run('--by', 'tenant')).map((row) => [row['x_Tenant'], row['BilledCost']])).toEqual([['acme', '10.00']]);
});
