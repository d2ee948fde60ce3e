import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { activeUserTables } from './activeUserTables.ts';
import { Dictionary } from './dictionary.ts';
import { eventDay, type EventDay } from './eventDay.ts';
import { moneyRecord } from './moneyRecord.fixture.ts';
import { monthStart } from './monthStart.ts';
import { UserWriter } from './userWriter.ts';

const TODAY = eventDay(Date.UTC(2026, 10, 22));
const NOVEMBER = eventDay(Date.UTC(2026, 10, 1));

interface Call {
  readonly day: EventDay;
  readonly feature: string;
  readonly environment: string;
  readonly person: string;
}

let database: DatabaseSync;
let dictionary: Dictionary;

function openBooks(maxPeople?: number): UserWriter {
  database = new DatabaseSync(':memory:');
  database.exec(`
    CREATE TABLE name (id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE dimension (id INTEGER PRIMARY KEY, feature, team, request_type, provider, model, account, service_tier,
      environment)`);
  activeUserTables(database);
  return writerOf(maxPeople);
}

function writerOf(maxPeople?: number): UserWriter {
  dictionary = new Dictionary(database);
  return new UserWriter(database, dictionary, maxPeople);
}

function see(writer: UserWriter, { day, feature, environment, person }: Call): void {
  writer.see(moneyRecord(1, { person, dimensions: { feature, environment } }), day, TODAY);
}

/** By month, feature and environment: how many people are first seen on each day. */
const people = () =>
  database
    .prepare(
      `SELECT month, f.value || ' ' || e.value AS name, first_day AS day, count(*) AS people FROM active_user
       JOIN name f ON f.id = feature JOIN name e ON e.id = environment GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`
    )
    .all()
    .map((row) => [row['month'], row['name'], row['day'], row['people']]);
const calls = () =>
  database
    .prepare('SELECT sum(requests) AS requests, sum(uncounted) AS uncounted FROM user_book')
    .all()
    .map(({ requests, uncounted }) => [requests, uncounted])[0];

afterEach(() => database.close());

const anyCall = fc.record({
  day: fc.integer({ min: TODAY - 60, max: TODAY }),
  feature: fc.constantFrom('search', 'assistant'),
  environment: fc.constantFrom('prod', 'staging'),
  person: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
});

test('the same people in whatever order, however often and in however many commits their calls come', () => {
  fc.assert(
    fc.property(
      fc.array(anyCall, { maxLength: 60 }).chain((some) =>
        fc.record({
          some: fc.constant(some),
          again: fc.shuffledSubarray([...some, ...some], { minLength: some.length }),
          commits: fc.integer({ min: 1, max: 7 }),
        })
      ),
      ({ some, again, commits }) => {
        const first = openBooks();
        some.forEach((call) => see(first, call));
        first.write();
        // Counted here in another way: sets of names.
        const expected = new Map<string, Map<string, EventDay>>();
        for (const { day, feature, environment, person } of some) {
          const key = JSON.stringify([monthStart(day), `${feature} ${environment}`]);
          const of = expected.get(key) ?? new Map<string, EventDay>();
          expected.set(key, of.set(person, Math.min(day, of.get(person) ?? day)));
        }
        const counts = new Map<string, number>();
        for (const [key, of] of expected) {
          for (const day of of.values()) {
            const at = JSON.stringify([...(JSON.parse(key) as unknown[]), day]);
            counts.set(at, (counts.get(at) ?? 0) + 1);
          }
        }
        const once = people();
        expect(once).toEqual([...counts].map(([at, count]) => [...(JSON.parse(at) as unknown[]), count]).sort(byText));
        database.close();

        const second = openBooks();
        const size = Math.ceil((again.length + some.length) / commits);
        [...again, ...some].forEach((call, index) => {
          see(second, call);
          if (size > 0 && index % size === 0) {
            second.write();
          }
        });
        second.write();
        expect(people()).toEqual(once);
        expect(calls()?.[0] ?? 0).toBe(again.length + some.length);
        database.close();
      }
    ),
    { numRuns: 60 }
  );
  openBooks();
});

const byText = (a: unknown[], b: unknown[]) => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] as string) < (b[at] as string) ? -1 : 1;
};

const call = (person: string, more: Partial<Call> = {}): Call => ({
  ...{ day: TODAY, feature: 'search', environment: 'prod', person, ...more },
});

test('past its room a month says so: nobody is lost whom it has, and the calls of others are counted apart', () => {
  let writer = openBooks(2);
  ['a', 'b', 'c', 'a', 'c'].forEach((person) => see(writer, call(person)));
  writer.write();
  expect(calls()).toEqual([5, 2]);
  // Room is by month, and what is full stays full after a restart.
  writer = writerOf(2);
  [call('c'), call('d'), call('b', { day: TODAY - 3 }), call('a', { day: NOVEMBER - 1 })].forEach((one) =>
    see(writer, one)
  );
  writer.write();
  expect(calls()).toEqual([9, 4]);
  expect(people()).toEqual([
    [monthStart(NOVEMBER - 1), 'search prod', NOVEMBER - 1, 1],
    [NOVEMBER, 'search prod', TODAY - 3, 1],
    [NOVEMBER, 'search prod', TODAY, 1],
  ]);
});

test('neither names nor what can be looked up is kept, and a month’s people are not those of another', () => {
  const writer = openBooks();
  see(writer, call('ana@example.com'));
  see(writer, call('ana@example.com', { day: NOVEMBER - 1 }));
  writer.write();
  const kept = database
    .prepare('SELECT person FROM active_user')
    .all()
    .map(({ person }) => Buffer.from(person as Uint8Array));
  const hash = createHash('sha256').update('ana@example.com').digest();
  expect(kept.map(({ length }) => length)).toEqual([8, 8]);
  expect(kept.some((person) => person.equals(hash.subarray(0, 8)))).toBe(false);
  expect(kept[0]?.equals(kept[1] ?? Buffer.alloc(0))).toBe(false);
  expect(database.prepare(`SELECT count(*) AS found FROM name WHERE value LIKE '%ana%'`).get()).toEqual({ found: 0 });
});

test('months go with their keys after thirteen, and calls of theirs count nobody any more', () => {
  const writer = openBooks();
  const first = monthStart(TODAY, 12);
  see(writer, call('a', { day: first }));
  see(writer, call('a', { day: first - 1 }));
  writer.write();
  expect(people()).toEqual([[first, 'search prod', first, 1]]);
  writer.prune(TODAY + 8);
  expect(people()).toEqual([[first, 'search prod', first, 1]]);
  // 1 December: November of last year is the oldest but one no more.
  writer.prune(TODAY + 9);
  expect(people()).toEqual([]);
  expect(database.prepare('SELECT count(*) AS months FROM user_month').get()).toEqual({ months: 0 });
  expect(calls()).toEqual([null, null]);
});

test('what was rolled back is written when it comes again', () => {
  const writer = openBooks();
  database.exec('BEGIN');
  see(writer, call('a'));
  database.exec('ROLLBACK');
  [writer, dictionary].forEach((part) => part.forget());
  see(writer, call('a'));
  writer.write();
  expect(people()).toEqual([[NOVEMBER, 'search prod', TODAY, 1]]);
  expect(calls()).toEqual([1, 0]);
  expect(database.prepare('SELECT people FROM user_month').get()).toEqual({ people: 1 });
});
