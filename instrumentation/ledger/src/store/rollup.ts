import type { CallStatus } from '@ai-finops/instrumentation/contract';
import type { Priced, Unpriced } from '@ai-finops/instrumentation/pricing';
import type { Dimensions, MoneyRecord } from '../intake/moneyRecord.ts';
import type { BookRow, ComponentRow, DurationRow, TenantRow } from './bookRow.ts';
import { DURATION_BUCKETS } from './durationBuckets.ts';
import type { EventDay } from './eventDay.ts';
import type { PricedRecord } from './priceRecord.ts';

/** What of a call goes into sums. */
export interface RolledUp {
  readonly record: Pick<MoneyRecord, 'status' | 'attempt' | 'tenant' | 'durationUs'> & {
    readonly dimensions: Pick<Dimensions, 'feature' | 'environment' | 'provider'>;
  };
  readonly priced: Pick<PricedRecord, 'quantities'> & {
    readonly price: Pick<Priced, 'kind' | 'nanoUsd' | 'listNanoUsd' | 'components'> | Unpriced;
  };
  readonly day: EventDay;
  readonly forDay: EventDay;
  readonly dimension: number;
  readonly reason?: 'superseded';
}

export interface RollupEntry extends RolledUp {
  readonly record: MoneyRecord;
  readonly priced: PricedRecord;
}

/** The sums of one day, event day and set of labels, by what tells calls apart beyond them. */
interface LabelSums {
  readonly books: Map<string, BookRow>;
  readonly components: Map<string, ComponentRow>;
  readonly durations: Map<number, DurationRow>;
}

/**
 * Sums the calls of one commit, so that each sum is written once per commit instead of once per call. Maps within maps,
 * because one key of five parts costs a call more to build than the lookups.
 */
export class Rollup {
  private readonly labelSums = new Map<number, Map<number, Map<number, LabelSums>>>();
  private readonly tenantSums = new Map<number, Map<number, Map<string, Map<string, TenantRow>>>>();
  private readonly bookRows: BookRow[] = [];
  private readonly componentRows: ComponentRow[] = [];
  private readonly tenantRows: TenantRow[] = [];
  private readonly durationRows: DurationRow[] = [];

  get books(): readonly BookRow[] {
    return this.bookRows;
  }

  get components(): readonly ComponentRow[] {
    return this.componentRows;
  }

  get tenants(): readonly TenantRow[] {
    return this.tenantRows;
  }

  get durations(): readonly DurationRow[] {
    return this.durationRows;
  }

  /** @param times -1 takes an entry out again */
  add(entry: RolledUp, times: 1 | -1 = 1): void {
    const { price, quantities } = entry.priced;
    const sign = times === 1 ? 1n : -1n;
    const cost = price.kind === 'priced' ? sign * price.nanoUsd : 0n;
    const list = price.kind === 'priced' ? sign * price.listNanoUsd : 0n;
    const sums = this.sumsOf(entry);

    const book = this.bookRow(sums, entry, price.kind === 'priced' ? '' : price.reason);
    book.requests += times;
    book.costNanoUsd += cost;
    book.listNanoUsd += list;
    let component: keyof typeof quantities;
    for (component in quantities) {
      this.componentRow(sums, entry, component).quantity += times * (quantities[component] ?? 0);
    }
    if (price.kind === 'priced') {
      for (const part of price.components) {
        this.componentRow(sums, entry, part.component).costNanoUsd += sign * part.nanoUsd;
      }
    }

    const tenant = this.tenantRow(entry);
    tenant.requests += times;
    tenant.costNanoUsd += cost;
    tenant.listNanoUsd += list;

    const duration = this.durationRow(sums, entry);
    duration.requests += times;
    duration.durationUs += times * entry.record.durationUs;
  }

  private sumsOf({ day, forDay, dimension }: RolledUp): LabelSums {
    const byForDay = found(this.labelSums, day, newMap<number, Map<number, LabelSums>>);
    return found(found(byForDay, forDay, newMap<number, LabelSums>), dimension, () => ({
      books: new Map(),
      components: new Map(),
      durations: new Map(),
    }));
  }

  private bookRow({ books }: LabelSums, entry: RolledUp, unpriced: string): BookRow {
    const { day, forDay, dimension, record, reason } = entry;
    const { status } = record;
    const retry = record.attempt > 1;
    const plain = unpriced === '' ? (retry ? RETRY[status] : status) : `${status} ${retry} ${unpriced}`;
    // Rare: the plain key is built without it.
    const key = reason === undefined ? plain : `${reason}\n${plain}`;
    return found(books, key, () => {
      const sums = { requests: 0, costNanoUsd: 0n, listNanoUsd: 0n };
      const row: BookRow = { day, forDay, dimension, status, retry, unpriced, ...sums, ...(reason && { reason }) };
      this.bookRows.push(row);
      return row;
    });
  }

  private componentRow(
    { components }: LabelSums,
    { day, forDay, dimension }: RolledUp,
    component: string
  ): ComponentRow {
    return found(components, component, () => {
      const row = { day, forDay, dimension, component, quantity: 0, costNanoUsd: 0n };
      this.componentRows.push(row);
      return row;
    });
  }

  private tenantRow({ day, forDay, record }: RolledUp): TenantRow {
    const { tenant } = record;
    const { feature, environment, provider } = record.dimensions;
    const byForDay = found(this.tenantSums, day, newMap<number, Map<string, Map<string, TenantRow>>>);
    const byTenant = found(byForDay, forDay, newMap<string, Map<string, TenantRow>>);
    // Labels hold no control characters, so that these parts cannot run into each other.
    return found(found(byTenant, tenant, newMap<string, TenantRow>), `${feature}\n${environment}\n${provider}`, () => {
      const row = {
        day,
        forDay,
        tenant,
        feature,
        environment,
        provider,
        requests: 0,
        costNanoUsd: 0n,
        listNanoUsd: 0n,
      };
      this.tenantRows.push(row);
      return row;
    });
  }

  private durationRow({ durations }: LabelSums, { day, dimension, record }: RolledUp): DurationRow {
    let bucket = 0;
    while (bucket < DURATION_BUCKETS.length && record.durationUs > (DURATION_BUCKETS[bucket] ?? 0) * 1e6) {
      bucket += 1;
    }
    return found(durations, bucket, () => {
      const row = { day, dimension, bucket, requests: 0, durationUs: 0 };
      this.durationRows.push(row);
      return row;
    });
  }
}

/** Keys that are no status and hold none of a priced first try. */
const RETRY: Readonly<Record<CallStatus, string>> = {
  ok: 'ok again',
  error: 'error again',
  aborted: 'aborted again',
  refused: 'refused again',
};

function newMap<Key, Value>(): Map<Key, Value> {
  return new Map();
}

function found<Key, Row>(rows: Map<Key, Row>, key: Key, create: () => Row): Row {
  let row = rows.get(key);
  if (row === undefined) {
    row = create();
    rows.set(key, row);
  }
  return row;
}
