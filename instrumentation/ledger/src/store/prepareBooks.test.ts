import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { damageMark } from './damageMark.ts';
import { damageBooks, largeBooks } from './largeBooks.fixture.ts';
import { openDatabase } from './openDatabase.ts';
import { prepareBooks } from './prepareBooks.ts';
import { Unusable } from './unusable.ts';

let dir: string;
let path: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'books-'));
  path = join(dir, 'ledger.db');
});

afterEach(() => rmSync(dir, { recursive: true }));

function withFile(change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(path);
  change(database);
  database.close();
}

test('makes books where there are none, and finds them again', () => {
  const nested = join(dir, 'a', 'b');
  const made = { path: join(nested, 'ledger.db'), isChecked: true };
  expect(prepareBooks(nested)).toEqual(made);
  expect(prepareBooks(nested)).toEqual(made);
});

test('commits survive power loss: write-ahead log, synced in full', () => {
  const database = openDatabase(path);
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  database.close();
});

test('refuses the database of another program, and leaves it as it is', () => {
  withFile((database) => database.exec('CREATE TABLE theirs (x)'));
  expect(() => prepareBooks(dir)).toThrow(
    new Unusable(`${path} is a database of another program: choose another data directory`)
  );
  withFile((database) =>
    expect(database.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'theirs' }])
  );
});

test('refuses books of a newer ledger', () => {
  prepareBooks(dir);
  withFile((database) => database.exec('PRAGMA user_version = 99'));
  expect(() => prepareBooks(dir)).toThrow('was written by a newer ledger (schema 99)');
});

test('refuses a file that is no database', () => {
  writeFileSync(path, 'not a database at all, but long enough to look like one'.repeat(100));
  expect(() => prepareBooks(dir)).toThrow(/is corrupt/);
});

test.each([
  ['overwritten', (bytes: Buffer) => bytes.fill(0xff, 4_096 * 3, 4_096 * 5)],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))],
])('refuses books whose pages are %s', (_what, damage) => {
  prepareBooks(dir);
  writeFileSync(path, damage(readFileSync(path)));
  let message = '';
  try {
    prepareBooks(dir);
  } catch (error) {
    expect(error).toBeInstanceOf(Unusable);
    message = (error as Error).message;
  }
  expect(message).toMatch(/is corrupt .*: restore it from a backup$/);
  expect(message).not.toContain('\n');
});

test('checks of large books only what a start reads, and all of those once found corrupt', () => {
  largeBooks(path);
  expect(prepareBooks(dir)).toEqual({ path, isChecked: false });
  damageBooks(path, 'calls');
  expect(prepareBooks(dir)).toEqual({ path, isChecked: false });

  writeFileSync(damageMark(dir), '');
  expect(() => prepareBooks(dir)).toThrow(/is corrupt .*: restore it from a backup$/);
  expect(existsSync(damageMark(dir))).toBe(true);

  rmSync(path);
  largeBooks(path);
  expect(prepareBooks(dir)).toEqual({ path, isChecked: true });
  expect(existsSync(damageMark(dir))).toBe(false);
});

test('does not start from carried sums that are broken, however large the books', () => {
  largeBooks(path);
  damageBooks(path, 'carried sums');
  expect(() => prepareBooks(dir)).toThrow(/is corrupt .*: restore it from a backup$/);
});

test.each(['/proc/nowhere', '/dev/null/books'])('refuses %s, which cannot be written', (unwritable) => {
  expect(() => prepareBooks(unwritable)).toThrow(/^cannot write to /);
});
