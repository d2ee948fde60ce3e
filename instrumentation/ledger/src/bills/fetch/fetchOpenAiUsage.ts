import { z } from 'zod';
import { dayText } from '../../store/dayText.ts';
import { allPages } from './allPages.ts';
import type { BillPeriod } from './billPeriod.ts';
import type { BillRequest } from './createBillRequest.ts';
import { usageKey } from './usageKey.ts';

const count = z.number().int().nonnegative().nullish();
const RESULT = z.object({
  project_id: z.string().nullish(),
  api_key_id: z.string().nullish(),
  model: z.string().nullish(),
  batch: z.boolean().nullish(),
  service_tier: z.string().nullish(),
  input_tokens: count,
  input_uncached_tokens: count,
  input_cached_tokens: count,
  input_cache_write_tokens: count,
  output_tokens: count,
  input_audio_tokens: count,
  output_audio_tokens: count,
});
const PAGE = z.object({
  data: z.array(z.object({ start_time: z.number(), results: z.array(RESULT).nullish() })),
  has_more: z.boolean(),
  next_page: z.string().nullish(),
});

/**
 * A month of OpenAI's `/v1/organization/usage/completions`: tokens by `usageKey`. Usage with audio is left out: its
 * tokens are billed at several rates, and are counted as one here.
 *
 * @throws BillError
 */
export async function fetchOpenAiUsage(
  request: BillRequest,
  { startMs, endMs }: BillPeriod
): Promise<ReadonlyMap<string, bigint>> {
  const query: [string, string][] = [
    ['start_time', String(startMs / 1_000)],
    ['end_time', String(endMs / 1_000)],
    ['bucket_width', '1d'],
    ['limit', '31'],
    ...['project_id', 'api_key_id', 'model', 'batch', 'service_tier'].map((group): [string, string] => [
      'group_by[]',
      group,
    ]),
  ];
  const tokens = new Map<string, bigint>();
  for (const { start_time, results } of await allPages(request, '/v1/organization/usage/completions', query, PAGE)) {
    for (const { project_id, api_key_id, model, ...one } of results ?? []) {
      if (!model || one.input_audio_tokens || one.output_audio_tokens) {
        continue;
      }
      const cached = (one.input_cached_tokens ?? 0) + (one.input_cache_write_tokens ?? 0);
      const counts = {
        input: one.input_uncached_tokens ?? (one.input_tokens ?? 0) - cached,
        cache_read: one.input_cached_tokens ?? 0,
        cache_write: one.input_cache_write_tokens ?? 0,
        output: one.output_tokens ?? 0,
      };
      const day = dayText(Math.floor(start_time / 86_400));
      const tier = one.batch ? 'batch' : (one.service_tier ?? 'default');
      for (const [component, value] of Object.entries(counts)) {
        const key = usageKey({ day, account: project_id, key: api_key_id, model, tier, component });
        tokens.set(key, (tokens.get(key) ?? 0n) + BigInt(value));
      }
    }
  }
  return tokens;
}
