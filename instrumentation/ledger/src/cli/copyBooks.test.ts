import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BillBooks } from '../bills/billBooks.ts';
import { prepareBooks } from '../store/prepareBooks.ts';
import { billsBackup } from './billsBackup.ts';
import { copyBooks } from './copyBooks.ts';
import { verifyCommand } from './verifyCommand.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'copy-'));
  prepareBooks(dir);
  const bills = new BillBooks(join(dir, 'bills.db'));
  for (const nanoUsd of [1n, 2n]) {
    const of = { provider: 'openai', day: '2026-09-01', description: 'x', category: 'usage' } as const;
    const lines = [{ ...of, effectiveNanoUsd: nanoUsd, billedNanoUsd: nanoUsd }];
    bills.keep({ provider: 'openai', month: '2026-09', lines }, { state: 'final', source: 'a file', nowMs: 1 });
  }
  bills.close();
});
afterEach(() => rmSync(dir, { recursive: true }));

const filesIn = (data: string) => ({ books: join(data, 'ledger.db'), bills: join(data, 'bills.db') });
const backup = () => ({ books: join(dir, 'backup.db'), bills: billsBackup(join(dir, 'backup.db')) });
const damage = (path: string) => {
  const database = new DatabaseSync(path);
  database.exec('UPDATE line SET billed = billed + 1 WHERE revision = 2');
  database.close();
};
const revisions = (data: string) => {
  const bills = new BillBooks(join(data, 'bills.db'));
  const kept = bills.revisions().map((one) => [one, bills.lines(one)]);
  bills.close();
  return kept;
};

test('bills go into a backup and come back with every revision', () => {
  expect(copyBooks(filesIn(dir), backup())[0]).toContain('backup.bills.db: verified: 2 revisions; each has the lines');
  const restored = join(dir, 'restored');
  mkdirSync(restored);
  copyBooks(backup(), filesIn(restored));
  expect(revisions(restored)).toEqual(revisions(dir));
  expect(() => copyBooks(backup(), filesIn(restored))).toThrow('ledger.db exists: a copy never writes over a file');
});

test('a line that is another is named, and nothing of it is taken for a backup', async () => {
  damage(join(dir, 'bills.db'));
  expect(() => copyBooks(filesIn(dir), backup())).toThrow('bill of openai, 2026-09, revision 2: its lines are others');
  expect(readdirSync(dir).filter((name) => name.startsWith('backup'))).toEqual([]);
  const said: string[] = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => said.push(line));
  await verifyCommand().parseAsync(['--data', dir], { from: 'user' });
  jest.restoreAllMocks();
  expect([process.exitCode, said.slice(1)]).toEqual([
    1,
    ['bill of openai, 2026-09, revision 2: its lines are others', 'bills: 2 revisions; wrong: 1'],
  ]);
  process.exitCode = 0;
});

test('without bills only books are copied; where books fail, no bills stay', () => {
  rmSync(join(dir, 'bills.db'));
  copyBooks(filesIn(dir), backup());
  expect([existsSync(backup().books), existsSync(backup().bills)]).toEqual([true, false]);
  const broken = join(dir, 'broken.db');
  writeFileSync(broken, 'no database');
  new BillBooks(billsBackup(broken)).close();
  const restored = join(dir, 'restored');
  mkdirSync(restored);
  expect(() => copyBooks({ books: broken, bills: billsBackup(broken) }, filesIn(restored))).toThrow();
  expect(readdirSync(restored)).toEqual([]);
});
