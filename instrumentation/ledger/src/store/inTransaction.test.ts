import { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './inTransaction.ts';

let database: DatabaseSync;
const kept = () => database.prepare('SELECT count(*) AS n FROM kept').get()?.['n'];
const put = () => database.exec('INSERT INTO kept VALUES (1)');

beforeEach(() => {
  database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE kept (one)');
});
afterEach(() => database.close());

test('all of it is written, or nothing', () => {
  expect(inTransaction(database, () => (put(), put(), 'done'))).toBe('done');
  expect(kept()).toBe(2);
  const failing = () => {
    put();
    throw new Error('in the midst of it');
  };
  expect(() => inTransaction(database, failing)).toThrow('in the midst of it');
  expect([kept(), database.isTransaction]).toEqual([2, false]);
});

test('the fault is told where the transaction was over by then, too', () => {
  const ended = () => {
    database.exec('ROLLBACK');
    throw new Error('database or disk is full');
  };
  expect(() => inTransaction(database, ended)).toThrow('database or disk is full');
});
