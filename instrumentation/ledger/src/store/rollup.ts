import type { MoneyRecord } from '../intake/moneyRecord.ts';
import type { BookRow, ComponentRow, DurationRow, TenantRow } from './bookRow.ts';
import { DURATION_BUCKETS } from './durationBuckets.ts';
import type { EventDay } from './eventDay.ts';
import type { PricedRecord } from './priceRecord.ts';

export interface RollupEntry {
  readonly record: MoneyRecord;
  readonly priced: PricedRecord;
  readonly day: EventDay;
  readonly forDay: EventDay;
  readonly dimension: number;
}

/** Sums the calls of one commit, so that each sum is written once per commit instead of once per call. */
export class Rollup {
  private readonly bookRows = new Map<string, BookRow>();
  private readonly componentRows = new Map<string, ComponentRow>();
  private readonly tenantRows = new Map<string, TenantRow>();
  private readonly durationRows = new Map<string, DurationRow>();

  get books(): BookRow[] {
    return [...this.bookRows.values()];
  }

  get components(): ComponentRow[] {
    return [...this.componentRows.values()];
  }

  get tenants(): TenantRow[] {
    return [...this.tenantRows.values()];
  }

  get durations(): DurationRow[] {
    return [...this.durationRows.values()];
  }

  add(entry: RollupEntry): void {
    const { price, quantities } = entry.priced;
    const cost = price.kind === 'priced' ? price.nanoUsd : 0n;
    const list = price.kind === 'priced' ? price.listNanoUsd : 0n;

    const book = this.bookRow(entry, price.kind === 'priced' ? '' : price.reason);
    book.requests += 1;
    book.costNanoUsd += cost;
    book.listNanoUsd += list;
    for (const [component, quantity] of Object.entries(quantities)) {
      this.componentRow(entry, component).quantity += quantity;
    }
    for (const part of price.kind === 'priced' ? price.components : []) {
      this.componentRow(entry, part.component).costNanoUsd += part.nanoUsd;
    }

    const tenant = this.tenantRow(entry);
    tenant.requests += 1;
    tenant.costNanoUsd += cost;
    tenant.listNanoUsd += list;

    const duration = this.durationRow(entry);
    duration.requests += 1;
    duration.durationUs += entry.record.durationUs;
  }

  private bookRow({ day, forDay, dimension, record }: RollupEntry, unpriced: string): BookRow {
    const { status } = record;
    const retry = record.attempt > 1;
    return found(this.bookRows, `${day} ${forDay} ${dimension} ${status} ${retry} ${unpriced}`, () => ({
      day,
      forDay,
      dimension,
      status,
      retry,
      unpriced,
      requests: 0,
      costNanoUsd: 0n,
      listNanoUsd: 0n,
    }));
  }

  private componentRow({ day, forDay, dimension }: RollupEntry, component: string): ComponentRow {
    return found(this.componentRows, `${day} ${forDay} ${dimension} ${component}`, () => ({
      day,
      forDay,
      dimension,
      component,
      quantity: 0,
      costNanoUsd: 0n,
    }));
  }

  private tenantRow({ day, forDay, record }: RollupEntry): TenantRow {
    const { tenant } = record;
    const { feature, environment } = record.dimensions;
    // Labels hold no control characters, so that these parts cannot run into each other.
    return found(this.tenantRows, [day, forDay, tenant, feature, environment].join('\n'), () => ({
      day,
      forDay,
      tenant,
      feature,
      environment,
      requests: 0,
      costNanoUsd: 0n,
      listNanoUsd: 0n,
    }));
  }

  private durationRow({ day, dimension, record }: RollupEntry): DurationRow {
    const reached = DURATION_BUCKETS.findIndex((bound) => record.durationUs <= bound * 1e6);
    const bucket = reached < 0 ? DURATION_BUCKETS.length : reached;
    return found(this.durationRows, `${day} ${dimension} ${bucket}`, () => ({
      day,
      dimension,
      bucket,
      requests: 0,
      durationUs: 0,
    }));
  }
}

function found<Row>(rows: Map<string, Row>, key: string, create: () => Row): Row {
  const row = rows.get(key) ?? create();
  rows.set(key, row);
  return row;
}
