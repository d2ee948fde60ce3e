import { anthropicPeriod } from './anthropicPeriod.ts';
import { anthropicWords } from './anthropicWords.ts';
import type { BillingQuery } from './billingQuery.ts';
import type { Charge } from './charge.ts';
import { daysBetween } from './daysBetween.ts';
import { groupCharges } from './groupCharges.ts';
import { pageOf } from './pageOf.ts';

const GROUPS = ['api_key_id', 'context_window', 'inference_geo', 'model', 'service_tier', 'workspace_id'];

/** Anthropic's usage report of messages: tokens of all tiers, and no money. */
export function anthropicUsageReport(
  query: BillingQuery,
  told: (fromMs: number, toMs: number) => readonly Charge[],
  nowMs: number
): object {
  const [fromMs, toMs] = anthropicPeriod(query, nowMs);
  query.byDay('bucket_width');
  const asked = query.list('group_by', GROUPS);
  const limit = query.limit(7, 31);
  const charges = told(fromMs, toMs).filter(({ component }) => component !== 'storage' && component !== 'web_search');
  const buckets = daysBetween(fromMs, toMs).map((startMs) => ({
    starting_at: new Date(startMs).toISOString(),
    ending_at: new Date(startMs + 86_400_000).toISOString(),
    results: groupCharges(
      charges.filter(({ day }) => Date.parse(day) === startMs),
      asked,
      (charge) => {
        const { cost_type: _cost, token_type: _token, ...words } = anthropicWords(charge);
        return words;
      }
    ).map(({ words, charges: own }) => {
      const of = (component: Charge['component']) =>
        own.reduce((sum, charge) => sum + (charge.component === component ? charge.quantity : 0), 0);
      return {
        uncached_input_tokens: of('input'),
        cache_read_input_tokens: of('cache_read'),
        cache_creation: {
          ephemeral_5m_input_tokens: of('cache_write_5m'),
          ephemeral_1h_input_tokens: of('cache_write_1h'),
        },
        output_tokens: of('output'),
        server_tool_use: { web_search_requests: 0 },
        ...words,
      };
    }),
  }));
  return pageOf(buckets, query.offset(), limit);
}
