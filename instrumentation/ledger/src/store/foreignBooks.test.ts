import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { ForeignSpan } from '../intake/foreignSpan.ts';
import type { MoneyRecord } from '../intake/moneyRecord.ts';
import { Books } from './books.ts';
import { DAY_MS, eventDay } from './eventDay.ts';
import { Keeper } from './keeper.ts';
import { moneyRecord } from './moneyRecord.fixture.ts';
import { openDatabase } from './openDatabase.ts';
import { verifyBooks } from './verifyBooks.ts';

const COST = 654_100n;
const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = eventDay(NOON);
const YESTERDAY_US = (NOON - DAY_MS) * 1_000;
const prices = createPriceBook();
let dir: string;
let now: number;
let database: DatabaseSync;
let keeper: Keeper;
let books: Books;

function open(): void {
  database = openDatabase(join(dir, 'ledger.db'));
  const services = new Map([['bot', 'helpdesk']]);
  keeper = new Keeper(database, { prices, services, retentionDays: 100, maxSkewMs: 600_000, now: () => now });
  books = new Books(join(dir, 'ledger.db'));
}

function close(): void {
  books.close();
  database.close();
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'foreign-'));
  now = NOON + 3_600_000;
  open();
});
afterEach(() => {
  close();
  rmSync(dir, { recursive: true });
});

type Kind = 'call' | 'call without usage' | 'failed call' | 'link' | 'record';
interface Node {
  readonly kind: Kind;
  /** Index of the parent; -1 for none. */
  readonly parent: number;
}

const idOf = (index: number): Buffer => {
  const id = Buffer.alloc(8);
  id.writeUInt32BE(index + 1, 4);
  return id;
};
const parentOf = ({ parent }: Node): Buffer | null => (parent < 0 ? null : idOf(parent));
const usages: Partial<Record<Kind, MoneyRecord['usage']>> = {
  'call without usage': { kind: 'unknown', reason: 'not_reported' },
  'failed call': { kind: 'none' },
};

function recordOf(node: Node, index: number, startUs = YESTERDAY_US): MoneyRecord {
  const usage = usages[node.kind];
  return moneyRecord(0, {
    key: Buffer.concat([Buffer.alloc(16, 5), idOf(index)]),
    parentSpanId: parentOf(node),
    startUs: startUs + index,
    dimensions: { feature: node.kind === 'record' ? 'own' : 'unallocated' },
    status: node.kind === 'failed call' ? 'error' : 'ok',
    ...(usage && { usage }),
  });
}

function foreignOf(node: Node, index: number): ForeignSpan {
  const call = recordOf(node, index);
  const { key, parentSpanId, startUs } = call;
  return { key, parentSpanId, startUs, call: node.kind === 'link' ? undefined : call, service: 'bot' };
}

/** What a commit brings. */
function send(nodes: readonly Node[], indices: readonly number[]) {
  const found = indices.map((index) => [nodes[index] as Node, index] as const);
  const records = found.filter(([{ kind }]) => kind === 'record').map(([node, index]) => recordOf(node, index));
  const foreign = found.filter(([{ kind }]) => kind !== 'record').map(([node, index]) => foreignOf(node, index));
  return keeper.book([records], [{ foreign }]).delta;
}

/** The books of the event day, on whatever day they were booked. */
function booked(): Record<string, { requests: number; cost: bigint }> {
  const names = new Map(books.dimensions().map(({ id, dimensions }) => [id, dimensions.feature]));
  const sums: Record<string, { requests: number; cost: bigint }> = {};
  for (const row of [TODAY - 1, TODAY].flatMap((day) => books.onDay(day))) {
    const key = `${names.get(row.dimension)} ${row.status} ${row.unpriced}`;
    const sum = (sums[key] ??= { requests: 0, cost: 0n });
    sum.requests += row.requests;
    sum.cost += row.costNanoUsd;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, { requests }]) => requests !== 0));
}

/** By the rule itself: a call is booked unless a call with usage, or a record of ours, is somewhere below it. */
function expected(nodes: readonly Node[]): ReturnType<typeof booked> {
  const covered = new Set<number>();
  nodes.forEach(({ kind, parent }) => {
    for (let above = parent; (kind === 'call' || kind === 'record') && above >= 0;) {
      covered.add(above);
      above = nodes[above]?.parent ?? -1;
    }
  });
  const sums: ReturnType<typeof booked> = {};
  nodes.forEach(({ kind }, index) => {
    if (kind === 'record' || (kind !== 'link' && !covered.has(index))) {
      const unpriced = kind === 'call without usage' ? 'usage_unknown_not_reported' : '';
      const key = `${kind === 'record' ? 'own' : 'helpdesk'} ${kind === 'failed call' ? 'error' : 'ok'} ${unpriced}`;
      const sum = (sums[key] ??= { requests: 0, cost: 0n });
      sum.requests += 1;
      sum.cost += kind === 'call' || kind === 'record' ? COST : 0n;
    }
  });
  return sums;
}

const differences = () => [...verifyBooks(join(dir, 'ledger.db'))].flatMap(({ differences: found }) => found);
const sum = (rows: readonly { costNanoUsd: bigint }[]) => rows.reduce((total, row) => total + row.costNanoUsd, 0n);

const tree = fc
  .array(
    fc.record({
      kind: fc.constantFrom<Kind>('call', 'call', 'link', 'record', 'call without usage', 'failed call'),
      up: fc.nat(),
    }),
    {
      minLength: 1,
      maxLength: 9,
    }
  )
  // Records are never a parent: their ids are nobody's context.
  .map((items) =>
    items.reduce<Node[]>((nodes, { kind, up }) => {
      const parents = [-1, ...nodes.flatMap((node, index) => (node.kind === 'record' ? [] : [index]))];
      return [...nodes, { kind, parent: parents[up % parents.length] ?? -1 }];
    }, [])
  );

test('any order, batching and repetition, restarts and closes between: the same books, live counters never fall', () => {
  const arrival = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), then: fc.nat(7) });
  fc.assert(
    fc.property(tree, fc.array(arrival, { minLength: 18, maxLength: 18 }), (nodes, arrivals) => {
      const order = [...nodes.keys(), ...nodes.keys()]
        .map((index, position) => ({ index, ...(arrivals[position] ?? { at: 0, then: 0 }) }))
        .sort((a, b) => a.at - b.at);
      close();
      rmSync(join(dir, 'ledger.db'));
      open();
      let counted = 0n;
      let waiting: number[] = [];
      order.forEach(({ index, then }, position) => {
        waiting.push(index);
        if (then > 2 || position === order.length - 1) {
          const delta = sum(send(nodes, waiting).books);
          waiting = [];
          expect(delta).toBeGreaterThanOrEqual(0n);
          counted += delta;
        }
        if (then === 6) {
          close();
          open();
        }
        if (then === 7) {
          keeper.close([TODAY - 1]);
        }
      });
      expect(booked()).toEqual(expected(nodes));
      expect(differences()).toEqual([]);
      expect(sum(books.totals())).toBe(counted);
    }),
    { numRuns: 15, endOnFailure: true }
  );
});

test('a frame that was booked is taken back without a trace when its call comes', () => {
  const nodes: Node[] = [
    { kind: 'call', parent: -1 },
    { kind: 'link', parent: 0 },
    { kind: 'call', parent: 1 },
  ];
  expect(send(nodes, [0])).toMatchObject({ booked: 1, takenBack: 0 });
  expect(send(nodes, [2])).toMatchObject({ booked: 1, takenBack: 0 });
  expect(sum(books.onDay(TODAY - 1))).toBe(2n * COST);
  close();
  open();
  expect(send(nodes, [1])).toMatchObject({ booked: 0, takenBack: 1 });
  expect(books.onDay(TODAY - 1)).toMatchObject([{ requests: 1, costNanoUsd: COST }]);
  expect(database.prepare('SELECT count(*) AS n FROM calls_20261121').get()).toEqual({ n: 1 });
  expect(send(nodes, [0, 1, 2])).toMatchObject({ booked: 0, duplicates: 2, covered: 0 });
  // Live, both were counted; what a counter has shown it keeps.
  expect(sum(books.totals())).toBe(2n * COST);
  expect(books.dayTotals().map(({ costNanoUsd }) => costNanoUsd)).toEqual([COST]);
});

test('once the day is closed it is an adjustment of the open one, exactly', () => {
  const nodes: Node[] = [
    { kind: 'call', parent: -1 },
    { kind: 'call', parent: 0 },
  ];
  send(nodes, [0]);
  keeper.close([TODAY - 1]);
  const closed = books.onDay(TODAY - 1);
  send(nodes, [1]);
  expect(books.onDay(TODAY - 1)).toEqual(closed);
  // The call itself, late, and its frame, taken back: the same amount, each with its reason.
  const adjusted = books
    .onDay(TODAY)
    .map(({ forDay, requests, costNanoUsd, reason }) => [forDay, requests, costNanoUsd, reason]);
  expect(adjusted).toEqual([
    [TODAY - 1, 1, COST, undefined],
    [TODAY - 1, -1, -COST, 'superseded'],
  ]);
  expect(differences()).toEqual([]);
});

test('what is taken back of a closed day, and a late call of the same amount, come to nothing and verify', () => {
  const nodes: Node[] = [
    { kind: 'call', parent: -1 },
    { kind: 'link', parent: 0 },
    { kind: 'call', parent: 1 },
    { kind: 'call', parent: -1 },
  ];
  send(nodes, [0, 2]);
  keeper.close([TODAY - 1]);
  send(nodes, [1]);
  expect(books.onDay(TODAY)).toMatchObject([
    { forDay: TODAY - 1, requests: -1, costNanoUsd: -COST, reason: 'superseded' },
  ]);
  expect(differences()).toEqual([]);
  send(nodes, [3]);
  expect(sum(books.onDay(TODAY))).toBe(0n);
  expect(differences()).toEqual([]);
});

test('a frame that comes in the same commit as its call is never booked', () => {
  const nodes: Node[] = [
    { kind: 'call', parent: -1 },
    { kind: 'call', parent: 0 },
  ];
  expect(send(nodes, [0, 1])).toMatchObject({ booked: 1, covered: 1, takenBack: 0 });
});

test('calls of a service with a feature are booked on it; those that name one keep it', () => {
  const nodes: Node[] = [{ kind: 'call', parent: -1 }];
  const named = foreignOf(nodes[0] as Node, 5);
  const call = { ...(named.call as MoneyRecord), dimensions: { ...moneyRecord(1).dimensions, feature: 'own' } };
  keeper.book([[]], [{ foreign: [foreignOf(nodes[0] as Node, 0), { ...named, call }] }]);
  const stranger = { ...foreignOf(nodes[0] as Node, 6), service: 'stranger' };
  keeper.book([[]], [{ foreign: [stranger] }]);
  expect(books.dimensions().map(({ dimensions }) => dimensions.feature)).toEqual(['helpdesk', 'own', 'unallocated']);
});

test('a record waits two days for the spans above it, through restarts', () => {
  const parents = ['call', 'link', 'record', 'call'] as const;
  const nodes = parents.map((kind, index): Node => ({ kind, parent: index === 3 ? -1 : index - 1 }));
  const noted = () => database.prepare('SELECT count(*) AS n FROM record_parent').get()?.['n'];
  [3, 2].forEach((index) => send(nodes, [index]));
  expect(noted()).toBe(1);
  close();
  open();
  now = Math.ceil(now / DAY_MS) * DAY_MS + 2 * DAY_MS - 1;
  keeper.prune();
  expect(send(nodes, [0])).toMatchObject({ booked: 1, takenBack: 0 });
  expect(send(nodes, [1])).toMatchObject({ booked: 0, takenBack: 1 });
  now += 1;
  keeper.prune();
  expect(noted()).toBe(0);
});

test('outside retention calls are refused, links are left; links go after two days, calls with their rows', () => {
  const old = { ...foreignOf({ kind: 'call', parent: -1 }, 0), startUs: YESTERDAY_US - 101 * 86_400_000_000 };
  expect(keeper.book([[]], [{ foreign: [old] }]).refused).toEqual([{ outside_retention: 1 }]);
  send(
    [
      { kind: 'call', parent: 1 },
      { kind: 'link', parent: 2 },
    ],
    [0, 1]
  );
  const left = () => database.prepare('SELECT sum(is_call) AS calls, count(*) AS n FROM foreign_span').get();
  expect(left()).toEqual({ calls: 1, n: 3 });
  now += 3 * DAY_MS;
  keeper.prune();
  expect(left()).toEqual({ calls: 1, n: 1 });
  now += 100 * DAY_MS;
  keeper.prune();
  expect(left()).toEqual({ calls: null, n: 0 });
});
