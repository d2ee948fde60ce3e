import type { CallStatus } from '@ai-finops/instrumentation/contract';
import type { Priced, Unpriced } from '@ai-finops/instrumentation/pricing';
import type { BookRow, ComponentRow, TenantRow } from './bookRow.ts';
import type { EventDay } from './eventDay.ts';
import type { StoredCall } from './storedCall.ts';

/** The call whose price is corrected, by the labels of the books. */
export interface RepricedKey {
  readonly dimension: number;
  readonly status: CallStatus;
  readonly retry: boolean;
  readonly tenant: string;
  readonly feature: string;
  readonly environment: string;
  readonly provider: string;
}

/**
 * What a day's corrections add to the books: each call leaves them with its former price and comes back with the one that
 * holds, so that costs, calls without a price and all sums of both stay equal to the rows.
 */
export class RepricedBooks {
  private readonly byLabels = new Map<string, BookRow>();
  private readonly byTenant = new Map<string, TenantRow>();
  private readonly byComponent = new Map<string, ComponentRow>();
  private readonly bookedOn: EventDay;
  private readonly forDay: EventDay;

  constructor(bookedOn: EventDay, forDay: EventDay) {
    this.bookedOn = bookedOn;
    this.forDay = forDay;
  }

  /** @returns the rows to add; those that come to nothing are left out */
  get rows(): { readonly books: BookRow[]; readonly components: ComponentRow[]; readonly tenants: TenantRow[] } {
    const isMoney = (row: BookRow | TenantRow) =>
      row.requests !== 0 || row.costNanoUsd !== 0n || row.listNanoUsd !== 0n;
    return {
      books: [...this.byLabels.values()].filter(isMoney),
      tenants: [...this.byTenant.values()].filter(isMoney),
      components: [...this.byComponent.values()].filter((row) => row.quantity !== 0 || row.costNanoUsd !== 0n),
    };
  }

  add(key: RepricedKey, before: StoredCall, after: Priced | Unpriced): void {
    const isPriced = after.kind === 'priced';
    this.book(key, before.unpriced, -1, -(before.nanoUsd ?? 0n), -(before.listNanoUsd ?? 0n));
    this.book(key, isPriced ? '' : after.reason, 1, isPriced ? after.nanoUsd : 0n, isPriced ? after.listNanoUsd : 0n);
    const { tenant, feature, environment, provider } = key;
    const labels = [tenant, feature, environment, provider].join('\n');
    const row = this.byTenant.get(labels) ?? { ...this.days, tenant, feature, environment, provider, ...nothing() };
    this.byTenant.set(labels, row);
    row.costNanoUsd += (isPriced ? after.nanoUsd : 0n) - (before.nanoUsd ?? 0n);
    row.listNanoUsd += (isPriced ? after.listNanoUsd : 0n) - (before.listNanoUsd ?? 0n);
  }

  addComponent(dimension: number, component: string, quantity: number, costNanoUsd: bigint): void {
    const key = `${dimension} ${component}`;
    const row = this.byComponent.get(key) ?? { ...this.days, dimension, component, quantity: 0, costNanoUsd: 0n };
    this.byComponent.set(key, row);
    row.quantity += quantity;
    row.costNanoUsd += costNanoUsd;
  }

  private get days() {
    return { day: this.bookedOn, forDay: this.forDay };
  }

  private book(
    { dimension, status, retry }: RepricedKey,
    unpriced: string,
    requests: number,
    costNanoUsd: bigint,
    listNanoUsd: bigint
  ): void {
    const key = [dimension, status, retry, unpriced].join('\n');
    const labels = { dimension, status, retry, unpriced };
    const row = this.byLabels.get(key) ?? { ...this.days, ...labels, ...nothing(), reason: 'repriced' as const };
    this.byLabels.set(key, row);
    row.requests += requests;
    row.costNanoUsd += costNanoUsd;
    row.listNanoUsd += listNanoUsd;
  }
}

function nothing() {
  return { requests: 0, costNanoUsd: 0n, listNanoUsd: 0n };
}
