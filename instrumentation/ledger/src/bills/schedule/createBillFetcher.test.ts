import { BillBooks } from '../billBooks.ts';
import type { BillApi } from '../fetch/fetchBill.ts';
import { createBillFetcher, type BillFetcher } from './createBillFetcher.ts';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`${text}Z`);
const AFTER = 6 * HOUR;

describe('createBillFetcher', () => {
  let books: BillBooks;
  let now: number;
  let asked: string[];
  let said: string[];
  let billed: bigint;
  let fails: BillApi | undefined;
  beforeEach(() => {
    [books, asked, said, billed, fails] = [new BillBooks(':memory:'), [], [], 1n, undefined];
  });
  afterEach(() => books.close());

  const create = (...apis: BillApi[]): BillFetcher =>
    createBillFetcher(
      {
        apis,
        bills: books,
        now: () => now,
        afterMidnightMs: AFTER,
        async fetch(api, month) {
          asked.push(`${api} ${month}`);
          if (api === fails) {
            throw new Error('no');
          }
          const of = { provider: api, day: `${month}-01`, description: 'x', category: 'usage' } as const;
          const state = new Date(now).toISOString().slice(0, 7) === month ? 'open' : 'final';
          return {
            month: { provider: api, month, lines: [{ ...of, effectiveNanoUsd: billed, billedNanoUsd: billed }] },
            state,
          };
        },
      },
      {
        done: (provider, months, kept) => said.push(`${provider} ${months.length} months, ${kept} new`),
        failed: (provider, error) => said.push(`${provider} ${error.message}`),
      }
    );

  it('asks for the running month daily, and for the one before until it is final', async () => {
    const fetcher = create('openai');
    now = at('2026-10-05T07:00:00');
    await fetcher.tick();
    await fetcher.tick();
    expect(asked).toEqual(['openai 2026-09', 'openai 2026-10']);
    now = at('2026-10-06T06:00:00');
    await fetcher.tick();
    expect(asked.slice(2)).toEqual(['openai 2026-10']);
    billed = 2n;
    now = at('2026-10-07T06:00:00');
    await fetcher.tick();
    expect(said).toEqual(['openai 2 months, 2 new', 'openai 1 months, 0 new', 'openai 1 months, 1 new']);
    expect(books.revisions().map(({ month }) => month)).toEqual(['2026-09', '2026-10', '2026-10']);
  });

  it('leaves a month alone that was imported as final', async () => {
    const from = { state: 'final', source: 'invoice.csv', nowMs: 1 } as const;
    books.keep({ provider: 'openai', month: '2026-09', lines: [] }, from);
    now = at('2026-10-02T07:00:00');
    await create('openai').tick();
    expect(asked).toEqual(['openai 2026-10']);
  });

  it('asks again after a restart only for a day that was missed', async () => {
    now = at('2026-10-06T07:00:00');
    await create('openai').tick();
    await create('openai').tick();
    expect(asked).toHaveLength(2);
    now = at('2026-10-09T03:00:00');
    await create('openai').tick();
    expect(asked).toHaveLength(3);
  });

  it('tries a failure again after an hour, and the other provider goes on', async () => {
    const fetcher = create('openai', 'anthropic');
    fails = 'openai';
    now = at('2026-10-06T06:00:00');
    await fetcher.tick();
    expect([...said].sort()).toEqual(['anthropic 2 months, 2 new', 'openai no']);
    now += HOUR - 1;
    await fetcher.tick();
    expect(said).toHaveLength(2);
    fails = undefined;
    now += 1;
    await fetcher.tick();
    expect(said.at(-1)).toBe('openai 2 months, 2 new');
  });

  it('keeps nothing once it is stopped', async () => {
    const fetcher = create('openai');
    now = at('2026-10-06T06:00:00');
    const ticking = fetcher.tick();
    fetcher.stop();
    await ticking;
    expect([books.revisions(), said]).toEqual([[], []]);
  });
});
