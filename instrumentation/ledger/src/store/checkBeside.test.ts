import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkBeside } from './checkBeside.ts';
import { damageBooks, largeBooks } from './largeBooks.fixture.ts';

let dir: string;
let path: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'check-'));
  path = join(dir, 'ledger.db');
});
afterEach(() => rmSync(dir, { recursive: true }));

const check = () =>
  new Promise<string | undefined>((resolve, reject) => checkBeside(path, { done: resolve, failed: reject }));

test('says what is broken, and nothing of books that are whole', async () => {
  largeBooks(path);
  expect(await check()).toBeUndefined();
  damageBooks(path, 'calls');
  expect(await check()).toMatch(/page|malformed/i);
});

test('says where it could not look', async () => {
  await expect(check()).rejects.toThrow(/unable to open database file/);
});

test('stopped, it says no more', async () => {
  largeBooks(path);
  const said: unknown[] = [];
  checkBeside(path, { done: (damage) => said.push(damage), failed: (error) => said.push(error) })();
  await sleep(200);
  expect(said).toEqual([]);
});
