import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { personHash } from '../intake/personHash.ts';
import { DAY_MS, eventDay } from '../store/eventDay.ts';
import { Keeper } from '../store/keeper.ts';
import { lockDataDir } from '../store/lockDataDir.ts';
import { monthPerson } from '../store/monthPerson.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { verifyBooks } from '../store/verifyBooks.ts';
import { callCommand } from './callCommand.fixture.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const ANA = 'Ana@Example.com';
let dir: string;
let path: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'forget-'));
  path = join(dir, 'ledger.db');
  const database = openDatabase(path);
  const keeper = new Keeper(database, {
    ...{ prices: createPriceBook(), retentionDays: 100, maxSkewMs: 600_000, now: () => NOON },
  });
  const call = (id: number, daysAgo: number, feature: string, person: string) =>
    moneyRecord(id, {
      startUs: (eventDay(NOON) - daysAgo) * DAY_MS * 1_000 + id,
      dimensions: { feature },
      person: personHash.ofId(person),
    });
  keeper.book([
    [call(1, 0, 'search', ANA), call(2, 0, 'triage', ANA), call(3, 40, 'search', ANA)],
    [call(4, 0, 'search', 'ben'), call(5, 40, 'search', 'ben'), call(6, 1, 'search', 'ben')],
  ]);
  database.close();
});
afterEach(() => rmSync(dir, { recursive: true }));

const forget = (...args: readonly string[]) => callCommand('ledger', 'forget-user', ...args, '--data', dir);

function read<Result>(use: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(path, { readOnly: true });
  const result = use(database);
  database.close();
  return result;
}
const people = () =>
  read((database) => database.prepare('SELECT month, count(*) AS rows FROM active_user GROUP BY 1').all());
const rest = () =>
  read((database) =>
    ['book', 'tenant_book', 'user_book'].map((table) => database.prepare(`SELECT * FROM ${table}`).all())
  );
const records = () =>
  read((database) => database.prepare('SELECT kind, state, author, note, content FROM record').all());

test('a dry run says what would be removed, beside a running ledger, and removes nothing', async () => {
  const before = people();
  const unlock = lockDataDir(dir);
  const said = '3 entries of this user by feature and environment, in 2026-10 (1), 2026-11 (2): nothing is removed yet';
  expect(await forget(ANA)).toMatchObject({ code: 0, stdout: expect.stringContaining(said) });
  expect((await forget(` ${ANA.toUpperCase()} `)).stdout).toContain(said);
  // What services send in place of an id.
  expect((await forget(personHash.ofId(ANA) ?? '')).stdout).toContain(said);
  expect((await forget('cid')).stdout).toBe('no month counts this user: there is nothing to remove\n');
  unlock();
  expect(people()).toEqual(before);
  expect(records()).toEqual([]);
});

test('removing is refused while a ledger runs', async () => {
  const before = people();
  const unlock = lockDataDir(dir);
  const refused = await forget(ANA, '--yes');
  unlock();
  expect(refused).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('while no ledger runs on the books'),
  });
  expect(refused.stderr).not.toMatch(/ana/i);
  expect(people()).toEqual(before);
});

test('of one person nothing is left, all else stays, and the record of it names nobody', async () => {
  const [before, keys] = [rest(), read((database) => database.prepare('SELECT key FROM user_month').all())];
  expect((await forget(ANA, '--yes', '--as', 'Dana', '--because', 'request 17')).stdout).toMatch(/^removed: 3 entries/);
  expect(people().map(({ rows }) => rows)).toEqual([1, 1]);
  expect(read((database) => database.prepare('SELECT people FROM user_month').all())).toEqual([
    { people: 1 },
    { people: 1 },
  ]);
  expect(rest()).toEqual(before);
  expect([...verifyBooks(path)].flatMap(({ differences }) => differences)).toEqual([]);
  expect(records()).toEqual([
    {
      ...{ kind: 'erasures', state: 'done', author: '{"name":"Dana","proof":"none"}', note: 'request 17' },
      content: '{"months":2,"rows":3}',
    },
  ]);
  // Nor on a page that is free now.
  const file = readFileSync(path);
  for (const { key } of keys) {
    const hashOf = (person: string) => monthPerson(key as Uint8Array, personHash.ofId(person) ?? '');
    expect([file.includes(hashOf(ANA)), file.includes(hashOf('ben'))]).toEqual([false, true]);
  }
  expect((await forget(ANA, '--yes')).stdout).toContain('nothing to remove');
  expect(records()).toHaveLength(1);
});

test('nobody is no user', async () => {
  expect(await forget('  ', '--yes')).toMatchObject({ code: 1, stderr: expect.stringContaining('nobody is named') });
});
