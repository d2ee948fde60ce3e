import { BillingRefusal } from './billingRefusal.ts';
import type { BillingQuery } from './billingQuery.ts';
import type { Charge } from './charge.ts';
import { daysBetween } from './daysBetween.ts';
import { groupCharges } from './groupCharges.ts';
import { pageOf } from './pageOf.ts';

const DAY_MS = 86_400_000;
const GROUPS = ['project_id', 'user_id', 'api_key_id', 'model', 'batch', 'service_tier'];

/** OpenAI's `/organization/usage/completions` by day; input counts include cached ones. */
export function openaiUsage(
  query: BillingQuery,
  told: (fromMs: number, toMs: number) => readonly Charge[],
  nowMs: number
): object {
  const fromMs = query.seconds('start_time');
  if (fromMs === undefined) {
    throw new BillingRefusal(400, "Missing required parameter: 'start_time'.");
  }
  query.byDay('bucket_width');
  const asked = query.list('group_by', GROUPS);
  const limit = query.limit(7, 31);
  const toMs = query.seconds('end_time') ?? Math.ceil(nowMs / DAY_MS) * DAY_MS;
  const charges = told(fromMs, toMs).filter(({ model }) => model !== null);
  const buckets = daysBetween(fromMs, toMs).map((startMs) => ({
    object: 'bucket',
    start_time: startMs / 1_000,
    end_time: startMs / 1_000 + 86_400,
    results: groupCharges(
      charges.filter(({ day }) => Date.parse(day) === startMs),
      asked,
      (charge) => ({
        project_id: charge.account,
        user_id: null,
        api_key_id: charge.apiKey,
        model: charge.model,
        batch: String(charge.tier === 'batch'),
        service_tier: charge.tier === 'batch' ? 'default' : charge.tier,
      })
    ).map(({ words, charges: own }) => {
      const of = (...components: readonly Charge['component'][]) =>
        own.reduce((sum, { component, quantity }) => sum + (components.includes(component) ? quantity : 0), 0);
      return {
        object: 'organization.usage.completions.result',
        input_tokens: of('input', 'cache_read', 'cache_write_5m', 'cache_write_1h'),
        input_uncached_tokens: of('input'),
        input_cached_tokens: of('cache_read'),
        input_cache_write_tokens: of('cache_write_5m', 'cache_write_1h'),
        output_tokens: of('output'),
        input_audio_tokens: 0,
        output_audio_tokens: 0,
        num_model_requests: own.length,
        ...words,
        batch: words['batch'] === null ? null : words['batch'] === 'true',
      };
    }),
  }));
  return { object: 'page', ...pageOf(buckets, query.offset(), limit) };
}
