import { anthropicPeriod } from './anthropicPeriod.ts';
import { anthropicWords } from './anthropicWords.ts';
import type { BillingQuery } from './billingQuery.ts';
import { centsText } from './centsText.ts';
import type { Charge } from './charge.ts';
import { daysBetween } from './daysBetween.ts';
import { groupCharges } from './groupCharges.ts';
import { pageOf } from './pageOf.ts';

const GROUPS = [
  ...['api_key_id', 'context_window', 'cost_type', 'inference_geo', 'model', 'service_tier', 'token_type'],
  'workspace_id',
];
const sum = (charges: readonly Charge[], value: (charge: Charge) => bigint) =>
  charges.reduce((total, charge) => total + value(charge), 0n);

/** Anthropic's cost analytics: a row a day and group, discounted and list price in cents; a day without cost has no row. */
export function anthropicAnalytics(
  query: BillingQuery,
  told: (fromMs: number, toMs: number) => readonly Charge[],
  nowMs: number
): object {
  const [fromMs, toMs] = anthropicPeriod(query, nowMs);
  query.byDay('time_bucket_width');
  // Five, beside cost_type and token_type.
  const asked = query.list('group_by', GROUPS, 7);
  const limit = query.limit(20, 1_000, 'rows');
  const charges = told(fromMs, toMs);
  const rows = daysBetween(fromMs, toMs).flatMap((startMs) =>
    groupCharges(
      charges.filter(({ day }) => Date.parse(day) === startMs),
      asked,
      anthropicWords
    ).map(({ words, charges: own }) => ({
      starting_at: new Date(startMs).toISOString(),
      ending_at: new Date(startMs + 86_400_000).toISOString(),
      group: words,
      cost: {
        amount: centsText(sum(own, ({ nanoUsd }) => nanoUsd)),
        list_amount: centsText(sum(own, ({ listNanoUsd }) => listNanoUsd)),
        currency: 'USD',
        requests: null,
      },
    }))
  );
  return pageOf(rows, query.offset(), limit);
}
