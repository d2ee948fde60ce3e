import type { CallStatus } from '@ai-finops/instrumentation/contract';
import type { PriceBook, Priced, Unpriced } from '@ai-finops/instrumentation/pricing';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Dimensions } from '../intake/moneyRecord.ts';
import { callTableName } from './callTableName.ts';
import type { EventDay } from './eventDay.ts';
import { noRepricing } from './noRepricing.ts';
import { QUANTITY_COLUMNS } from './quantityColumns.ts';
import { repriceCall, type RepricedCall } from './repriceCall.ts';
import { RepricedBooks } from './repricedBooks.ts';
import type { DayRepricing, RepricingSums } from './repricing.ts';
import { storedCall, type StoredCall } from './storedCall.ts';

export interface RepricingParts {
  /** Sees the books as they were before; the writer is another connection. */
  readonly reader: DatabaseSync;
  readonly prices: PriceBook;
  /** The labels of the calls to rate again, by id. */
  readonly dimensions: ReadonlyMap<number, Dimensions>;
  /** Texts by id. */
  readonly nameOf: (id: bigint) => string;
  /** Takes each call that a card has a say in. */
  readonly onRated?: ((call: RatedRow, now: RepricedCall) => void) | undefined;
  /** Told now and then how many calls were looked at. */
  readonly onProgress?: ((calls: number) => void) | undefined;
}

/** A call that was rated again; `isChanged`: not only may its parts cost something else, its price is another one. */
export interface RatedRow {
  readonly startUs: bigint;
  readonly key: Uint8Array;
  readonly isChanged: boolean;
}

const PROGRESS_CALLS = 20_000;

/** Rates the kept calls of a day again; writes nothing. */
export function repriceDay(
  day: EventDay,
  bookedOn: EventDay,
  parts: RepricingParts
): DayRepricing & { readonly books: RepricedBooks } {
  const { reader, prices, dimensions, nameOf } = parts;
  const groups = new Map<string, RepricingSums & { feature: string; provider: string }>();
  const books = new RepricedBooks(bookedOn, day);
  const components = new Map<number, ComponentSums>();
  let calls = 0;

  for (const row of rowsOf(reader, day, [...dimensions.keys()])) {
    const dimension = Number(row['dimension']);
    const labels = dimensions.get(dimension);
    if (!labels) {
      continue;
    }
    const before = storedCall(row, nameOf(row['rate_card'] as bigint));
    const now = repriceCall(before, labels, wireModelOf(row['wire_model'], nameOf) ?? labels.model, prices);
    const sums = components.get(dimension) ?? { costs: new Map<string, bigint>(), fees: 0 };
    components.set(dimension, sums);
    const { feature, provider } = labels;
    const groupKey = `${feature}\n${provider}`;
    const group = groups.get(groupKey) ?? { feature, provider, ...noRepricing() };
    groups.set(groupKey, group);
    const price = now?.price ?? kept(before);
    count(group, before, price);
    addCosts(sums.costs, before, now);
    const isAnother = now !== undefined && isChanged(before, now);
    if (isAnother) {
      group.changed += 1;
      sums.fees += (now.quantities.request ?? 0) - (before.quantities.request ?? 0);
      const status = row['status'] as CallStatus;
      const retry = Number(row['attempt']) > 1;
      const tenant = nameOf(row['tenant'] as bigint);
      const { environment } = labels;
      books.add({ dimension, status, retry, tenant, feature, environment, provider }, before, now.price);
    }
    if (now) {
      const { start_us: startUs, key } = row;
      parts.onRated?.({ startUs: startUs as bigint, key: key as Uint8Array, isChanged: isAnother }, now);
    }
    calls += 1;
    if (calls % PROGRESS_CALLS === 0) {
      parts.onProgress?.(calls);
    }
  }
  correctComponents(reader, day, components, books);
  const size = ({ beforeNanoUsd, afterNanoUsd }: RepricingSums) => Math.abs(Number(afterNanoUsd - beforeNanoUsd));
  return { day, bookedOn, books, groups: [...groups.values()].sort((a, b) => size(b) - size(a)) };
}

interface ComponentSums {
  /** By billing component, of all calls as they are priced now. */
  readonly costs: Map<string, bigint>;
  /** Request fees due now and not before. */
  fees: number;
}

function* rowsOf(reader: DatabaseSync, day: EventDay, dimensions: readonly number[]) {
  const table = callTableName(day);
  if (!reader.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table)) {
    return;
  }
  const columns = [
    ...['start_us', 'key', 'dimension', 'wire_model', 'tenant', 'status', 'attempt'],
    ...['cost', 'list', 'unpriced', 'rate_card', 'other_quantities', ...QUANTITY_COLUMNS],
  ];
  const statement = reader.prepare(
    `SELECT ${columns.join(', ')} FROM ${table} WHERE dimension IN (SELECT value FROM json_each(?))`
  );
  // Costs may pass 2^53 nano-USD.
  statement.setReadBigInts(true);
  yield* statement.iterate(JSON.stringify(dimensions));
}

/** A text, or the id of one: tables of calls know both. */
function wireModelOf(value: SQLOutputValue | undefined, nameOf: RepricingParts['nameOf']): string | undefined {
  return typeof value === 'bigint' ? nameOf(value) : ((value as string | null) ?? undefined);
}

/** The price of a call that no card has a say in. */
function kept({
  nanoUsd,
  listNanoUsd,
  unpriced,
}: StoredCall): Pick<Priced, 'kind' | 'nanoUsd' | 'listNanoUsd'> | Unpriced {
  return unpriced === ''
    ? { kind: 'priced', nanoUsd: nanoUsd ?? 0n, listNanoUsd: listNanoUsd ?? 0n }
    : { kind: 'unpriced', reason: unpriced };
}

/** The card's id alone changes no money: a new release of the catalogue is no correction. */
function isChanged(before: StoredCall, { price, quantities }: RepricedCall): boolean {
  return price.kind === 'priced'
    ? before.unpriced !== '' ||
        before.quantities.request !== quantities.request ||
        before.nanoUsd !== price.nanoUsd ||
        before.listNanoUsd !== price.listNanoUsd
    : before.unpriced !== price.reason;
}

function count(sums: RepricingSums, before: StoredCall, price: ReturnType<typeof kept>): void {
  const isPriced = price.kind === 'priced';
  sums.calls += 1;
  sums.newlyPriced += before.unpriced !== '' && isPriced ? 1 : 0;
  sums.newlyUnpriced += before.unpriced === '' && !isPriced ? 1 : 0;
  sums.beforeNanoUsd += before.nanoUsd ?? 0n;
  sums.beforeListNanoUsd += before.listNanoUsd ?? 0n;
  sums.afterNanoUsd += isPriced ? price.nanoUsd : 0n;
  sums.afterListNanoUsd += isPriced ? price.listNanoUsd : 0n;
}

function addCosts(costs: Map<string, bigint>, before: StoredCall, now: RepricedCall | undefined): void {
  const add = (component: string, cost: bigint) => costs.set(component, (costs.get(component) ?? 0n) + cost);
  if (now?.price.kind === 'priced') {
    now.price.components.forEach(({ component, nanoUsd }) => add(component, nanoUsd));
  } else if (!now && before.nanoUsd) {
    add('provider_total', before.nanoUsd);
  }
}

/**
 * A call keeps no cost by component: the former ones are those of the books, of all calls with its labels together. What
 * they cost now less that is the correction, also where rates moved and no call's price did.
 */
function correctComponents(
  reader: DatabaseSync,
  day: EventDay,
  components: ReadonlyMap<number, ComponentSums>,
  books: RepricedBooks
): void {
  const booked = reader.prepare(
    'SELECT dimension, component, sum(cost) AS cost FROM component_book WHERE for_day = ? GROUP BY 1, 2'
  );
  booked.setReadBigInts(true);
  for (const [dimension, { costs, fees }] of components) {
    costs.forEach((cost, component) => books.addComponent(dimension, component, 0, cost));
    books.addComponent(dimension, 'request', fees, 0n);
  }
  for (const row of booked.all(day)) {
    const dimension = Number(row['dimension']);
    if (components.has(dimension)) {
      books.addComponent(dimension, String(row['component']), 0, -(row['cost'] as bigint));
    }
  }
}
