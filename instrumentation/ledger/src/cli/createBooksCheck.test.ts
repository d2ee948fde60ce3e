import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { damageMark } from '../store/damageMark.ts';
import { createBooksCheck } from './createBooksCheck.ts';

let dir: string;
let logged: unknown[];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'check-'));
  logged = [];
});
afterEach(() => rmSync(dir, { recursive: true }));

/** A check that says what it is told to, when it is told to. */
function open(isChecked: boolean) {
  let told: Parameters<NonNullable<Parameters<typeof createBooksCheck>[0]['check']>>[1] | undefined;
  const check = createBooksCheck(
    {
      ...{ path: 'books', data: dir, isChecked, now: () => 1_000_000 },
      check: (_path, events) => {
        told = events;
        return () => (told = undefined);
      },
    },
    (level, message, fields) => logged.push([level, message, fields])
  );
  return { check, events: () => told };
}

test('books that were checked at the start are not checked again', () => {
  const { check, events } = open(true);
  check.run();
  expect(events()).toBeUndefined();
  expect([check.refusal(), check.checkedMs()]).toEqual([undefined, 1_000_000]);
});

test('until the check ends nothing is refused, and nothing is claimed', () => {
  const { check, events } = open(false);
  check.run();
  expect([check.refusal(), check.checkedMs()]).toEqual([undefined, undefined]);
  events()?.done(undefined);
  expect([check.refusal(), check.checkedMs()]).toEqual([undefined, 1_000_000]);
  expect(logged).toEqual([['info', 'all of the books were checked, and are whole', { seconds: 0 }]]);
  expect(existsSync(damageMark(dir))).toBe(false);
});

test('what is found late refuses every write from then on, and the next start knows', () => {
  const { check, events } = open(false);
  check.run();
  events()?.done('page 7 is wrong');
  const refusal = 'books is corrupt (page 7 is wrong): restore it from a backup';
  expect([check.refusal(), check.checkedMs()]).toEqual([refusal, 1_000_000]);
  expect(logged).toEqual([['error', 'the books are corrupt: nothing more is written', { error: refusal, seconds: 0 }]]);
  expect(readFileSync(damageMark(dir), 'utf8')).toBe(`1970-01-01T00:16:40.000Z ${refusal}\n`);
});

test('a check that could not look says so, and refuses nothing', () => {
  const { check, events } = open(false);
  check.run();
  events()?.failed(new Error('no such file'));
  expect([check.refusal(), check.checkedMs()]).toEqual([undefined, undefined]);
  expect(logged).toEqual([['error', expect.stringContaining('could not be checked'), { error: 'no such file' }]]);
});

test('a check is ended with the ledger', () => {
  const { check, events } = open(false);
  check.run();
  expect(events()).toBeDefined();
  check.stop();
  expect(events()).toBeUndefined();
});
