import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import type { DatabaseSync } from 'node:sqlite';
import type { ReplacementCost } from '../analysis/policy/replacementCost.ts';
import { callTableName } from '../store/callTableName.ts';
import type { EventDay } from '../store/eventDay.ts';
import { QUANTITY_COLUMNS } from '../store/quantityColumns.ts';
import { repriceCall } from '../store/repriceCall.ts';
import { storedCall, type StoredCall } from '../store/storedCall.ts';

export interface ReplacementQuery {
  /** One day, so that other questions come in between. */
  readonly day: EventDay;
  readonly models: readonly { readonly provider: string; readonly model: string; readonly replacement: string }[];
  /** Rates are those of this day, at the hour the call was made. */
  readonly today: EventDay;
}

const DAY_US = 86_400_000_000;

/**
 * What the kept calls of a day cost, and what each would have cost on the replacement of its model: its stored tokens,
 * rated one by one as `ledger reprice` does, with the cards of today. Calls without a price on one side are counted apart;
 * a call that cost nothing because it reached no model would cost nothing again.
 */
export function replacementCosts(
  database: DatabaseSync,
  query: ReplacementQuery,
  prices: PriceBook
): ReplacementCost[] {
  const { day, models, today } = query;
  const table = callTableName(day);
  if (!database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table)) {
    return [];
  }
  const select = database.prepare(
    `SELECT d.feature, d.service_tier, n.value AS card, c.start_us, c.cost, c.list, c.unpriced, c.other_quantities,
       ${QUANTITY_COLUMNS.map((column) => `c.${column}`).join(', ')}
     FROM ${table} c JOIN dimension d ON d.id = c.dimension JOIN name n ON n.id = c.rate_card
     WHERE c.dimension IN (SELECT id FROM dimension WHERE provider = ? AND model = ?)`
  );
  select.setReadBigInts(true);
  return models.flatMap(({ provider, model, replacement }) => {
    const features = new Map<string, Mutable<ReplacementCost>>();
    for (const row of select.iterate(provider, model)) {
      const feature = String(row['feature']);
      const nothing = { calls: 0, nanoUsd: 0n, replacementNanoUsd: 0n, unpricedCalls: 0 };
      const sums = features.get(feature) ?? { feature, provider, model, replacement, ...nothing };
      features.set(feature, sums);
      const call = storedCall(row, String(row['card']));
      const labels = { provider, service_tier: String(row['service_tier']) };
      const moved = { ...call, startUs: call.startUs + (today - day) * DAY_US };
      const after = isFree(call) ? 0n : amount(repriceCall(moved, labels, replacement, prices));
      if (call.nanoUsd === undefined || after === undefined) {
        sums.unpricedCalls += 1;
      } else {
        sums.calls += 1;
        sums.nanoUsd += call.nanoUsd;
        sums.replacementNanoUsd += after;
      }
    }
    return [...features.values()];
  });
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** No card priced it, and it cost nothing: a failure that the provider does not bill. */
function isFree({ unpriced, rateCard, nanoUsd }: StoredCall): boolean {
  return unpriced === '' && rateCard === '' && nanoUsd === 0n;
}

function amount(repriced: ReturnType<typeof repriceCall>): bigint | undefined {
  return repriced?.price.kind === 'priced' ? repriced.price.nanoUsd : undefined;
}
