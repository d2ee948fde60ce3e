import type { CallStatus, Component } from '@ai-finops/instrumentation/contract';
import type { Quantities } from '@ai-finops/instrumentation/pricing';
import type { EventDay } from './eventDay.ts';
import type { RepricedCall } from './repriceCall.ts';
import type { RolledUp } from './rollup.ts';

/** A price that was corrected. */
interface FormerPrice {
  readonly quantities: Quantities;
  readonly cost: string | null;
  readonly list: string;
  readonly reason: string;
  /** The day the correction was booked on. */
  readonly replacedOn: EventDay;
}

/** What was booked for a call, as it is kept until it may have to be taken back. Prices may change: amounts are kept. */
interface Kept {
  readonly startUs: number;
  readonly durationUs: number;
  readonly day: EventDay;
  readonly forDay: EventDay;
  readonly dimension: number;
  readonly feature: string;
  readonly environment: string;
  readonly provider: string;
  readonly tenant: string;
  readonly status: CallStatus;
  readonly attempt: number;
  readonly quantities: Quantities;
  /** Nano-USD as text; null where the call is unpriced. */
  readonly cost: string | null;
  readonly list: string;
  readonly reason: string;
  readonly components: readonly (readonly [component: Component, quantity: number, nanoUsd: string])[];
  readonly former?: readonly FormerPrice[];
}

/** What a rollup adds, when the call started, and the prices it had before, the first one first. */
export type BookedEntry = RolledUp & { readonly startUs: number; readonly former?: readonly FormerPrice[] };

export const bookedEntry = {
  write({ record, priced: { price, quantities }, day, forDay, dimension, startUs, former }: BookedEntry): string {
    const isPriced = price.kind === 'priced';
    const kept: Kept = {
      startUs,
      durationUs: record.durationUs,
      day,
      forDay,
      dimension,
      feature: record.dimensions.feature,
      environment: record.dimensions.environment,
      provider: record.dimensions.provider,
      tenant: record.tenant,
      status: record.status,
      attempt: record.attempt,
      quantities,
      cost: isPriced ? String(price.nanoUsd) : null,
      list: isPriced ? String(price.listNanoUsd) : '0',
      reason: isPriced ? '' : price.reason,
      components: isPriced
        ? price.components.map(({ component, quantity, nanoUsd }) => [component, quantity, String(nanoUsd)])
        : [],
      ...(former && { former }),
    };
    return JSON.stringify(kept);
  },

  /** The same call with a corrected price. */
  reprice(text: string, now: RepricedCall, replacedOn: EventDay): string {
    const kept = JSON.parse(text) as Kept;
    const { quantities, cost, list, reason } = kept;
    const former = [...(kept.former ?? []), { quantities, cost, list, reason, replacedOn }];
    return bookedEntry.write({ ...bookedEntry.read(text), priced: now, former });
  },

  /** The same call at the same price, of which the parts cost something else now. */
  split(text: string, { price }: RepricedCall): string {
    const entry = bookedEntry.read(text);
    return price.kind === 'priced' ? bookedEntry.write({ ...entry, priced: { ...entry.priced, price } }) : text;
  },

  read(text: string): BookedEntry {
    const kept = JSON.parse(text) as Kept;
    const { startUs, durationUs, day, forDay, dimension, tenant, status, attempt } = kept;
    const { feature, environment, provider } = kept;
    const components = kept.components.map(([component, quantity, nanoUsd]) => ({
      component,
      quantity,
      nanoUsd: BigInt(nanoUsd),
    }));
    return {
      startUs,
      day,
      forDay,
      dimension,
      ...(kept.former && { former: kept.former }),
      record: { durationUs, tenant, status, attempt, dimensions: { feature, environment, provider } },
      priced: {
        quantities: kept.quantities,
        price:
          kept.cost === null
            ? { kind: 'unpriced', reason: kept.reason }
            : { kind: 'priced', nanoUsd: BigInt(kept.cost), listNanoUsd: BigInt(kept.list), components },
      },
    };
  },
};
