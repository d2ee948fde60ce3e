import { createPriceBook, parsePriceOverlay, type PriceBook } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { MoneyRecord } from '../intake/moneyRecord.ts';
import { Books } from './books.ts';
import { DAY_MS, eventDay } from './eventDay.ts';
import { Keeper } from './keeper.ts';
import { moneyRecord } from './moneyRecord.fixture.ts';
import { openDatabase } from './openDatabase.ts';
import { priceRecord } from './priceRecord.ts';
import { repriceBooks } from './repriceBooks.ts';
import type { DayRepricing, RepricingScope } from './repricing.ts';
import { verifyBooks } from './verifyBooks.ts';

const DAY = eventDay(Date.UTC(2026, 10, 22));
const list = createPriceBook();
const OWN = 'our-own-model';

/** gpt-5-mini at twice its list price of input and output, and a price for a model that no list knows. */
const corrected = createPriceBook(
  parsePriceOverlay({
    contracts: [
      {
        provider: 'openai',
        from: '2026-01-01',
        model: 'gpt-5-mini',
        ratesPerMillion: { input: '0.5', cache_read: '0.05', output: '4', reasoning: '4' },
      },
      {
        provider: 'openai',
        from: '2026-01-01',
        model: OWN,
        ratesPerMillion: { input: '1', cache_read: '0.1', output: '2', reasoning: '2', request: '1000' },
      },
    ],
  })
);

/** Input dearer, output cheaper, and a fee. */
const swapped = createPriceBook(
  parsePriceOverlay({
    contracts: [
      {
        ...{ provider: 'openai', from: '2026-01-01', model: 'gpt-5-mini' },
        ratesPerMillion: { input: '1', output: '1', request: '64' },
      },
    ],
  })
);

let dir: string;
let path: string;
let now: number;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reprice-'));
  path = join(dir, 'ledger.db');
  now = Date.UTC(2026, 10, 22, 13);
});

afterEach(() => rmSync(dir, { recursive: true }));

function withKeeper(use: (keeper: Keeper, database: DatabaseSync) => void, prices: PriceBook = list): void {
  const database = openDatabase(path);
  use(new Keeper(database, { prices, retentionDays: 100, maxSkewMs: 600_000, now: () => now }), database);
  database.close();
}

function reprice(prices: PriceBook, isBooked: boolean, scope: Partial<RepricingScope> = {}): DayRepricing[] {
  return [...repriceBooks(path, { from: DAY - 5, to: DAY + 5, ...scope }, { prices, isBooked, now: () => now })];
}

function read<Result>(use: (books: Books) => Result): Result {
  const books = new Books(path);
  const result = use(books);
  books.close();
  return result;
}

const at = (id: number, hour: number, rest: Parameters<typeof moneyRecord>[1] = {}) =>
  moneyRecord(id, { startUs: Date.UTC(2026, 10, 22, hour) * 1_000 + id, ...rest });
const ownModel = (id: number, hour: number) => at(id, hour, { dimensions: { model: OWN } });
const differences = () =>
  [...verifyBooks(path)].flatMap(({ day, differences: found }) => found.map((line) => [day, line]));
const difference = (days: readonly DayRepricing[]) =>
  days.flatMap(({ groups }) => groups).reduce((sum, group) => sum + group.afterNanoUsd - group.beforeNanoUsd, 0n);
const changed = (days: readonly DayRepricing[]) =>
  days.flatMap(({ groups }) => groups).reduce((sum, g) => sum + g.changed, 0);
const partsOf = (components: readonly { readonly component: string; readonly nanoUsd: bigint }[]) => {
  const sums: Record<string, bigint> = {};
  components.forEach(({ component, nanoUsd }) => (sums[component] = (sums[component] ?? 0n) + nanoUsd));
  return Object.fromEntries(Object.entries(sums).filter(([, nanoUsd]) => nanoUsd !== 0n));
};
/** What each component came to, with all adjustments. */
const bookedParts = () =>
  partsOf(
    read((books) => books.days().flatMap(({ day }) => books.componentsOnDay(day))).map((row) => ({
      component: row.component,
      nanoUsd: row.costNanoUsd,
    }))
  );
/** What live counters are restored from. */
const counters = () =>
  read((books) => [
    books.totals(),
    books.componentTotals().flatMap(({ component, quantity }) => (component === 'request' ? [] : quantity)),
  ]);

/** 466 input, 1,024 cached, 256 out, at list; the correction doubles every rate. */
const LISTED = 654_100n;
/** 466 × 1,000 + 1,024 × 100 + 256 × 2,000 + a fee of 0.001 USD. */
const OWN_COST = 466_000n + 102_400n + 512_000n + 1_000_000n;

test('a closed day’s difference is booked on the open day, for the day of the calls; an open day takes its own', () => {
  withKeeper((keeper) => {
    keeper.book([[at(1, 10), at(2, 11), ownModel(3, 12), at(4, -5)]]);
    now = Date.UTC(2026, 10, 23, 3);
    keeper.close([DAY - 1, DAY]);
    keeper.book([[at(5, 9), at(6, 26)]]);
  });
  const before = counters();
  const expected = 3n * LISTED + OWN_COST + LISTED + LISTED;

  const dry = reprice(corrected, false);
  expect(difference(dry)).toBe(expected);
  expect(differences()).toEqual([]);
  expect(read((books) => books.onDay(DAY + 1)).every(({ reason }) => reason === undefined)).toBe(true);

  const done = reprice(corrected, true);
  expect(done).toEqual(dry);
  expect(done.map(({ day, bookedOn }) => [day - DAY, bookedOn - DAY])).toEqual([
    [-1, 1],
    [0, 1],
    [1, 1],
  ]);
  expect(done[1]?.groups).toEqual([
    expect.objectContaining({ feature: 'search', provider: 'openai', calls: 4, changed: 4, newlyPriced: 1 }),
  ]);
  expect(differences()).toEqual([]);
  expect(read((books) => books.dayTotals()).map(({ day, ...rest }) => ({ ...rest, day: day - DAY }))).toEqual([
    { day: -1, requests: 1n, costNanoUsd: LISTED, adjustmentNanoUsd: 0n },
    { day: 0, requests: 3n, costNanoUsd: 2n * LISTED, adjustmentNanoUsd: 0n },
    { day: 1, requests: 1n, costNanoUsd: 2n * LISTED, adjustmentNanoUsd: LISTED + 4n * LISTED + OWN_COST },
  ]);
  const booked = read((books) => books.onDay(DAY + 1)).filter(({ forDay }) => forDay === DAY);
  expect(
    booked.map(({ unpriced, requests, costNanoUsd, reason }) => [unpriced, requests, costNanoUsd, reason])
  ).toEqual(
    expect.arrayContaining([
      ['', 1, LISTED, undefined],
      ['', 0, 3n * LISTED, 'repriced'],
      ['unknown_model', -1, 0n, 'repriced'],
      ['', 1, OWN_COST, 'repriced'],
    ])
  );
  expect(counters()).toEqual(before);

  expect(changed(reprice(corrected, true))).toBe(0);
  expect(differences()).toEqual([]);
});

/** 256 tokens of each kind: at list 64,000 and 512,000 nano-USD, then 256,000 each and a fee of 64,000. */
test('where rates move and prices do not, the books take the new parts', () => {
  const even = { kind: 'reported' as const, usage: { inputTokens: 256, outputTokens: 256 }, partial: false };
  withKeeper((keeper) => {
    keeper.book([[at(1, 10, { usage: even }), at(2, 10, { usage: even })]]);
    now += DAY_MS;
    keeper.close([DAY]);
  });
  expect(bookedParts()).toEqual({ input: 2n * 64_000n, output: 2n * 512_000n });
  expect(difference(reprice(swapped, true))).toBe(0n);
  expect(bookedParts()).toEqual({ input: 2n * 256_000n, output: 2n * 256_000n, request: 2n * 64_000n });
  expect(read((books) => books.componentsOnDay(DAY)).map(({ component }) => component)).toEqual(['input', 'output']);
  expect(changed(reprice(swapped, true))).toBe(0);
  expect(differences()).toEqual([]);
});

test('back to the former cards, sums come back to what they were', () => {
  withKeeper((keeper) => {
    keeper.book([[at(1, 10), ownModel(3, 12)]]);
    now += 2 * DAY_MS;
    keeper.close([DAY]);
  });
  reprice(corrected, true);
  const back = reprice(list, true);
  expect(back.flatMap(({ groups }) => groups)).toEqual([expect.objectContaining({ changed: 2, newlyUnpriced: 1 })]);
  expect(differences()).toEqual([]);
  expect(read((books) => books.dayTotals()).map(({ adjustmentNanoUsd }) => adjustmentNanoUsd)).toEqual([0n, 0n]);
  withKeeper((_keeper, database) => {
    expect(database.prepare('SELECT count(*) AS kept FROM superseded_20261122').get()).toEqual({ kept: 4 });
  });
});

test('what no card has a say in stays as it is', () => {
  withKeeper((keeper) =>
    keeper.book([
      [
        at(1, 10, { providerCost: { amount: 0.25, currency: undefined } }),
        at(2, 10, { providerCost: { amount: 1, currency: 'EUR' } }),
        at(3, 10, { usage: { kind: 'unknown', reason: 'aborted' } }),
        at(4, 10, { usage: { kind: 'none' }, status: 'refused' }),
        at(5, 10, { usage: { kind: 'reported', usage: { inputTokens: 1, outputTokens: -1 }, partial: false } }),
      ],
    ])
  );
  expect(changed(reprice(corrected, true))).toBe(0);
  expect(differences()).toEqual([]);
});

test('provider and model bound what is touched', () => {
  withKeeper((keeper) => keeper.book([[at(1, 10), ownModel(2, 10)]]));
  expect(changed(reprice(corrected, false, { provider: 'anthropic' }))).toBe(0);
  expect(difference(reprice(corrected, true, { provider: 'openai', model: OWN }))).toBe(OWN_COST);
  expect(differences()).toEqual([]);
  expect(difference(reprice(corrected, true))).toBe(LISTED);
  expect(differences()).toEqual([]);
});

test('superseded prices go with the calls they are of', () => {
  withKeeper((keeper) => keeper.book([[at(1, 10)]]));
  reprice(corrected, true);
  now += 102 * DAY_MS;
  withKeeper((keeper, database) => {
    keeper.prune();
    expect(database.prepare(`SELECT name FROM sqlite_schema WHERE name GLOB 'superseded_*'`).all()).toEqual([]);
  });
  expect(differences()).toEqual([]);
});

test('whatever comes, is closed and is repriced in whatever order, every sum equals its calls', () => {
  const call = fc.record({
    hour: fc.integer({ min: -24, max: 30 }),
    model: fc.constantFrom('gpt-5-mini', 'gpt-5', OWN, 'unheard-of'),
    status: fc.constantFrom('ok' as const, 'error' as const, 'aborted' as const),
    attempt: fc.integer({ min: 1, max: 2 }),
    tenant: fc.constantFrom('acme', 'zeta'),
    feature: fc.constantFrom('search', 'chat'),
    paid: fc.option(fc.constantFrom(0.01, 3), { nil: undefined, freq: 6 }),
  });
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.array(call, { minLength: 1, maxLength: 6 }).map((calls) => ({ calls })) },
    {
      weight: 2,
      arbitrary: fc.record({
        cards: fc.constantFrom(list, corrected, swapped),
        model: fc.constantFrom(undefined, OWN),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ closes: true }) }
  );
  let id = 0;
  const toRecord = ({ hour, model, feature, paid, ...rest }: typeof call extends fc.Arbitrary<infer T> ? T : never) =>
    at((id += 1), hour, {
      ...rest,
      dimensions: { model, feature },
      providerCost: paid === undefined ? undefined : { amount: paid, currency: undefined },
    });
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 7 }), (steps) => {
      rmSync(dir, { recursive: true });
      dir = mkdtempSync(join(tmpdir(), 'reprice-'));
      path = join(dir, 'ledger.db');
      now = Date.UTC(2026, 10, 23, 8);
      let counted = -1n;
      const records: MoneyRecord[] = [];
      for (const one of steps) {
        if ('calls' in one) {
          const came = one.calls.map(toRecord);
          records.push(...came);
          withKeeper((keeper) => keeper.book([came]));
        } else if ('closes' in one) {
          withKeeper((keeper) => keeper.close([DAY - 1, DAY]));
        } else {
          withKeeper(() => undefined);
          const promised = difference(reprice(one.cards, false, { model: one.model }));
          const total = () =>
            read((books) => books.dayTotals()).reduce((sum, day) => sum + day.costNanoUsd + day.adjustmentNanoUsd, 0n);
          const was = total();
          reprice(one.cards, true, { model: one.model });
          expect(total() - was).toBe(promised);
          expect(changed(reprice(one.cards, false, { model: one.model }))).toBe(0);
          if (one.model === undefined) {
            const prices = records.map((record) => priceRecord(record, one.cards).price);
            expect(bookedParts()).toEqual(
              partsOf(prices.flatMap((price) => (price.kind === 'priced' ? price.components : [])))
            );
          }
        }
        expect(differences()).toEqual([]);
        const sum = read((books) => books.totals()).reduce((all, { costNanoUsd }) => all + costNanoUsd, 0n);
        expect(sum >= counted).toBe(true);
        counted = sum;
      }
    }),
    { numRuns: 6 }
  );
});
