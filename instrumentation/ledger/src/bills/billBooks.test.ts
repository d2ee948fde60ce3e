import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BillLine } from '../analysis/reconciliation/billLine.ts';
import { BillBooks } from './billBooks.ts';
import { verifyBills } from './verifyBills.ts';

const line = (nano: bigint, rest: Partial<BillLine> = {}): BillLine => ({
  day: '2025-04-01',
  provider: 'openai',
  description: 'gpt-5 input',
  category: 'usage',
  effectiveNanoUsd: nano,
  billedNanoUsd: nano,
  ...rest,
});
const month = (...lines: BillLine[]) => ({ provider: 'openai', month: '2025-04', lines });
const FROM = { state: 'open', source: 'a.csv', nowMs: 1 } as const;

describe('BillBooks', () => {
  let books: BillBooks;
  beforeEach(() => (books = new BillBooks(':memory:')));
  afterEach(() => books.close());

  it('keeps nothing of the same bill again, in whatever order and from whatever file', () => {
    expect(books.keep(month(line(1n), line(2n)), FROM)).toBe(true);
    expect(books.keep(month(line(2n), line(1n)), { ...FROM, source: 'b.csv', nowMs: 2 })).toBe(false);
    expect(books.revisions()).toHaveLength(1);
  });

  it('keeps every revision, and the newest last', () => {
    books.keep(month(line(1n)), FROM);
    books.keep(month(line(2n)), FROM);
    books.keep(month(line(2n)), { ...FROM, state: 'final' });
    const revisions = books.revisions({ month: '2025-04', provider: 'openai' });
    expect(revisions.map((one) => [one.state, books.lines(one)[0]?.billedNanoUsd])).toEqual([
      ['open', 1n],
      ['open', 2n],
      ['final', 2n],
    ]);
    expect(books.newest()).toEqual(revisions.slice(-1));
    expect(books.revisions({ provider: 'anthropic' })).toEqual([]);
  });

  it('keeps all of a month or nothing: a failure midway leaves the revision before', () => {
    books.keep(month(line(1n)), FROM);
    expect(() => books.keep(month(line(2n), line(2n ** 70n)), FROM)).toThrow();
    expect(books.newest().map((one) => books.lines(one))).toEqual([[line(1n)]]);
    expect(books.keep(month(line(1n)), FROM)).toBe(false);
  });

  it('keeps all months of an import or none: a failure in the last leaves those before as they were', () => {
    const other = { ...month(line(2n)), provider: 'anthropic' };
    expect(() => books.keepAll([other, month(line(2n ** 70n))], FROM)).toThrow();
    expect(books.revisions()).toEqual([]);
    books.keep(month(line(1n)), FROM);
    expect(books.keepAll([other, month(line(1n))], FROM)).toEqual([true, false]);
  });

  it('gives lines back as they were', () => {
    const whole = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    const text = fc.string({ minLength: 1 }).filter((value) => !value.includes('\0'));
    const optional = {
      through: text,
      account: text,
      model: text,
      tier: text,
      component: text,
      unit: text,
      currency: text,
    };
    const any = fc.record(
      {
        ...optional,
        quantity: whole,
        listNanoUsd: whole,
        billedNano: whole,
        description: text,
        effectiveNanoUsd: whole,
        billedNanoUsd: whole,
      },
      { requiredKeys: ['description', 'effectiveNanoUsd', 'billedNanoUsd'] }
    );
    let number = 0;
    fc.assert(
      fc.property(any, (rest) => {
        number += 1;
        // What is charged in a currency is there with it, or not at all.
        const { currency, billedNano = 0n, ...own } = rest;
        const kept = { ...line(0n), ...own, ...(currency !== undefined && { currency, billedNano }) };
        books.keep({ provider: `p${number}`, month: '2025-04', lines: [kept] }, FROM);
        const [revision] = books.revisions({ provider: `p${number}` });
        expect(revision && books.lines({ ...revision, provider: 'openai' })).toEqual([kept]);
        expect(revision && books.isWhole(revision)).toBe(true);
      }),
      { numRuns: 50 }
    );
  });

  it('opens a file of before bills kept their currency, and finds its revisions whole', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'old-bills-')), 'bills.db');
    const first = new BillBooks(path);
    first.keep(month(line(1n)), FROM);
    first.close();
    const database = new DatabaseSync(path);
    database.exec('ALTER TABLE line DROP COLUMN currency; ALTER TABLE line DROP COLUMN original; DROP TABLE fetched');
    database.close();
    expect(verifyBills(path)).toEqual({ revisions: 1, differences: [] });
    const later = new BillBooks(path);
    expect(later.keep(month(line(1n)), FROM)).toBe(false);
    later.keep(month({ ...line(2n), currency: 'EUR', billedNano: 3n }), FROM);
    expect(later.revisions().map((one) => [later.isWhole(one), later.lines(one)[0]?.billedNano])).toEqual([
      [true, undefined],
      [true, 3n],
    ]);
    later.close();
    rmSync(dirname(path), { recursive: true });
  });
});
