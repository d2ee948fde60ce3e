import { BillingRefusal } from './billingRefusal.ts';
import type { BillingQuery } from './billingQuery.ts';
import type { Charge } from './charge.ts';
import { daysBetween } from './daysBetween.ts';
import { groupCharges } from './groupCharges.ts';
import { pageOf } from './pageOf.ts';

const DAY_MS = 86_400_000;
const NAMES: Readonly<Record<Charge['component'], string>> = {
  input: 'input',
  cache_read: 'cached input',
  cache_write_5m: 'cache write',
  cache_write_1h: 'cache write',
  output: 'output',
  web_search: 'web search tool calls',
  storage: 'file storage',
};

/** OpenAI's `/organization/costs`: buckets of a day, USD as floating point; without `hasQuantities` as it was until 2026. */
export function openaiCosts(
  query: BillingQuery,
  told: (fromMs: number, toMs: number) => readonly Charge[],
  { nowMs, hasQuantities }: { readonly nowMs: number; readonly hasQuantities: boolean }
): object {
  const fromMs = query.seconds('start_time');
  if (fromMs === undefined) {
    throw new BillingRefusal(400, "Missing required parameter: 'start_time'.");
  }
  query.byDay('bucket_width');
  const asked = query.list('group_by', ['project_id', 'line_item', 'api_key_id']);
  const limit = query.limit(7, 180);
  const toMs = query.seconds('end_time') ?? Math.ceil(nowMs / DAY_MS) * DAY_MS;
  const charges = told(fromMs, toMs);
  const buckets = daysBetween(fromMs, toMs).map((startMs, index) => ({
    object: 'bucket',
    start_time: startMs / 1_000,
    end_time: startMs / 1_000 + 86_400,
    results:
      results(
        charges.filter(({ day }) => Date.parse(day) === startMs),
        asked,
        hasQuantities
      ) ?? nothing(index),
  }));
  return { object: 'page', ...pageOf(buckets, query.offset(), limit) };
}

function results(charges: readonly Charge[], asked: readonly string[], hasQuantities: boolean): object[] | undefined {
  const groups = groupCharges(charges, asked, (charge) => ({
    project_id: charge.account,
    line_item: lineItem(charge),
    api_key_id: charge.apiKey,
  }));
  const isByItem = asked.includes('line_item');
  const shown = groups.map(({ words, charges: own }) => ({
    object: 'organization.costs.result',
    // Summed as floating point, as it comes: 0.1 and 0.2 are 0.30000000000000004.
    amount: { value: own.reduce((sum, { nanoUsd }) => sum + Number(nanoUsd) / 1e9, 0), currency: 'usd' },
    ...words,
    quantity: isByItem && hasQuantities ? own.reduce((sum, { quantity }) => sum + quantity, 0) : null,
    quantity_unit: isByItem && hasQuantities && own[0]?.model ? 'tokens' : null,
  }));
  return shown.length > 0 ? shown : undefined;
}

/** Days without charges come in three shapes. */
function nothing(index: number): unknown {
  const empty = { object: 'organization.costs.result', amount: null, line_item: null, project_id: null };
  return [[], null, [empty]][index % 3];
}

function lineItem({ model, component, tier }: Charge): string {
  const kind = tier === 'default' ? '' : `${tier} `;
  return model === null ? NAMES[component] : `${model}, ${kind}${NAMES[component]}`;
}
