import { z } from 'zod';
import { chargeWords } from '../chargeWords.ts';
import type { ParsedLine } from '../parsedLine.ts';
import { readDecimal } from '../readDecimal.ts';
import { allPages } from './allPages.ts';
import { anthropicComponent } from './anthropicComponent.ts';
import { anthropicTier } from './anthropicTier.ts';
import type { BillPeriod } from './billPeriod.ts';
import type { BillRequest } from './createBillRequest.ts';

const text = z.string().nullish();
const count = z.number().int().nonnegative().nullish();
const page = <Result extends z.ZodType>(result: Result) =>
  z.object({
    data: z.array(z.object({ starting_at: z.string(), results: z.array(result).nullish() })),
    has_more: z.boolean(),
    next_page: text,
  });
const DIMENSIONS = { model: text, workspace_id: text, service_tier: text, context_window: text, inference_geo: text };
const COSTS = page(
  z.object({
    ...DIMENSIONS,
    amount: z.string(),
    currency: z.string(),
    description: text,
    cost_type: text,
    token_type: text,
  })
);
const USAGE = page(
  z.object({
    ...DIMENSIONS,
    uncached_input_tokens: count,
    output_tokens: count,
    cache_read_input_tokens: count,
    cache_creation: z.object({ ephemeral_5m_input_tokens: count, ephemeral_1h_input_tokens: count }).nullish(),
  })
);

/**
 * A month of Anthropic's admin reports: costs in cents, quantities from the usage report where one cost line is for
 * them. They do not have what the priority tier costs.
 *
 * @throws BillError
 */
export async function fetchAnthropicReports(request: BillRequest, period: BillPeriod): Promise<ParsedLine[]> {
  const query = (groups: readonly string[]): [string, string][] => [
    ['starting_at', new Date(period.startMs).toISOString()],
    ['ending_at', new Date(period.endMs).toISOString()],
    ['bucket_width', '1d'],
    ['limit', '31'],
    ...groups.map((group): [string, string] => ['group_by[]', group]),
  ];
  const costs = await allPages(request, '/v1/organizations/cost_report', query(['workspace_id', 'description']), COSTS);
  const path = '/v1/organizations/usage_report/messages';
  const usage = await allPages(request, path, query(Object.keys(DIMENSIONS)), USAGE);

  const tokens = new Map<string, bigint>();
  for (const { starting_at, results } of usage) {
    for (const { cache_creation, ...one } of results ?? []) {
      const counts = {
        input: one.uncached_input_tokens,
        output: one.output_tokens,
        cache_read: one.cache_read_input_tokens,
        cache_write_5m: cache_creation?.ephemeral_5m_input_tokens,
        cache_write_1h: cache_creation?.ephemeral_1h_input_tokens,
      };
      for (const [component, value] of Object.entries(counts)) {
        const key = keyOf(starting_at, one, component);
        tokens.set(key, (tokens.get(key) ?? 0n) + BigInt(value ?? 0));
      }
    }
  }

  const rows = costs.flatMap(({ starting_at, results }) =>
    (results ?? []).map((cost) => {
      const component = anthropicComponent(cost.token_type);
      return { starting_at, cost, component, key: component && keyOf(starting_at, cost, component) };
    })
  );
  const lines = new Map<string, number>();
  rows.forEach(({ key }) => key && lines.set(key, (lines.get(key) ?? 0) + 1));
  return rows.map(({ starting_at, cost, component: ofTokens, key }) => {
    const component = ofTokens ?? chargeWords(cost.cost_type ?? '').component;
    // Which of two lines the tokens are of is not known.
    const quantity = key && lines.get(key) === 1 ? tokens.get(key) : undefined;
    const nano = readDecimal(cost.amount, 7, 'amount');
    return {
      day: starting_at.slice(0, 10),
      provider: 'anthropic',
      ...(cost.workspace_id && { account: cost.workspace_id }),
      ...(cost.model && { model: cost.model }),
      ...(component && { component, tier: anthropicTier(cost.service_tier) }),
      description: cost.description ?? cost.cost_type ?? 'no description',
      category: 'usage',
      ...(quantity !== undefined && { quantity, unit: 'tokens' }),
      currency: cost.currency.toUpperCase(),
      effectiveNano: nano,
      billedNano: nano,
    };
  });
}

function keyOf(
  startingAt: string,
  of: { [Name in keyof typeof DIMENSIONS]?: string | null | undefined },
  component: string
) {
  const { workspace_id, model, service_tier, context_window, inference_geo } = of;
  const words = [workspace_id, model, anthropicTier(service_tier), context_window, inference_geo].map(
    (word) => word ?? null
  );
  return JSON.stringify([startingAt.slice(0, 10), ...words, component]);
}
