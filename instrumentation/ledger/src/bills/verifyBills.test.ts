import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { verifyBills } from './verifyBills.ts';

const folder = mkdtempSync(join(tmpdir(), 'ai-finops-verify-bills-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const made = (name: string, sql: string): string => {
  const path = join(folder, name);
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
  return path;
};

test('a file that a ledger has just made holds no bills yet', () => {
  expect(verifyBills(made('blank.db', 'PRAGMA journal_mode = WAL'))).toEqual({ revisions: 0, differences: [] });
});

test('a file of another program is refused', () => {
  expect(() => verifyBills(made('other.db', 'CREATE TABLE other (id INTEGER)'))).toThrow(/no such table: revision/);
});
