import { anthropicPeriod } from './anthropicPeriod.ts';
import { anthropicWords } from './anthropicWords.ts';
import type { BillingQuery } from './billingQuery.ts';
import { centsText } from './centsText.ts';
import type { Charge } from './charge.ts';
import { daysBetween } from './daysBetween.ts';
import { groupCharges } from './groupCharges.ts';
import { pageOf } from './pageOf.ts';

/** Anthropic's classic cost report: cents as text, and nothing of the priority tier. */
export function anthropicCostReport(
  query: BillingQuery,
  told: (fromMs: number, toMs: number) => readonly Charge[],
  nowMs: number
): object {
  const [fromMs, toMs] = anthropicPeriod(query, nowMs);
  query.byDay('bucket_width');
  const asked = query.list('group_by', ['workspace_id', 'description']);
  const limit = query.limit(7, 31);
  const isByDescription = asked.includes('description');
  const words = (charge: Charge) => {
    const { api_key_id: _key, ...told } = anthropicWords(charge);
    const { model, service_tier: tier, token_type: type, cost_type: cost } = told;
    return { ...told, description: [model, tier, type ?? cost].filter(Boolean).join(' - ') };
  };
  const named = isByDescription
    ? [...asked, 'model', 'service_tier', 'cost_type', 'token_type', 'context_window', 'inference_geo']
    : asked;
  const charges = told(fromMs, toMs).filter(({ tier }) => tier !== 'priority');
  const buckets = daysBetween(fromMs, toMs).map((startMs) => ({
    starting_at: new Date(startMs).toISOString(),
    ending_at: new Date(startMs + 86_400_000).toISOString(),
    results: groupCharges(
      charges.filter(({ day }) => Date.parse(day) === startMs),
      named,
      words
    ).map(({ words: shown, charges: own }) => ({
      amount: centsText(own.reduce((sum, { nanoUsd }) => sum + nanoUsd, 0n)),
      currency: 'USD',
      ...shown,
    })),
  }));
  return pageOf(buckets, query.offset(), limit);
}
