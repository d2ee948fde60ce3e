import { z } from 'zod';
import { chargeWords } from '../chargeWords.ts';
import type { ParsedLine } from '../parsedLine.ts';
import { readDecimal } from '../readDecimal.ts';
import { allPages } from './allPages.ts';
import { anthropicComponent } from './anthropicComponent.ts';
import { anthropicTier } from './anthropicTier.ts';
import type { BillPeriod } from './billPeriod.ts';
import { BillRefused } from './billRefused.ts';
import type { BillRequest } from './createBillRequest.ts';
import { fetchAnthropicReports } from './fetchAnthropicReports.ts';

const text = z.string().nullish();
const PAGE = z.object({
  data: z.array(
    z.object({
      starting_at: z.string(),
      group: z.object({ model: text, workspace_id: text, cost_type: text, token_type: text, service_tier: text }),
      cost: z.object({ amount: z.string(), list_amount: text, currency: z.string() }),
    })
  ),
  has_more: z.boolean(),
  next_page: text,
});
const GROUPS = ['model', 'workspace_id', 'service_tier', 'cost_type', 'token_type'];

/**
 * A month of Anthropic's cost analytics, by day: amounts are cents as decimal text (`"123.45"` is $1.2345), after
 * discounts, with the list price beside. An organisation that has no analytics is asked for its admin reports.
 *
 * @throws BillError
 */
export async function fetchAnthropicBill(request: BillRequest, period: BillPeriod): Promise<ParsedLine[]> {
  const query: [string, string][] = [
    ['starting_at', new Date(period.startMs).toISOString()],
    ['ending_at', new Date(period.endMs).toISOString()],
    ['time_bucket_width', '1d'],
    ['limit', '1000'],
    ...GROUPS.map((group): [string, string] => ['group_by[]', group]),
  ];
  try {
    const rows = await allPages(request, '/v1/organizations/analytics/cost', query, PAGE);
    return rows.map(analyticsLine);
  } catch (error) {
    if (error instanceof BillRefused && (error.status === 403 || error.status === 404)) {
      return fetchAnthropicReports(request, period);
    }
    throw error;
  }
}

function analyticsLine({ starting_at, group, cost }: z.infer<typeof PAGE>['data'][number]): ParsedLine {
  const { model, workspace_id, cost_type, token_type, service_tier } = group;
  const description = [model, cost_type, token_type].filter(Boolean).join(' ') || 'no description';
  const component = anthropicComponent(token_type) ?? chargeWords(cost_type ?? '').component;
  const nano = readDecimal(cost.amount, 7, 'amount');
  return {
    day: starting_at.slice(0, 10),
    provider: 'anthropic',
    ...(workspace_id && { account: workspace_id }),
    ...(model && { model }),
    ...(component && { component, tier: anthropicTier(service_tier) }),
    description,
    category: 'usage',
    currency: cost.currency.toUpperCase(),
    ...(cost.list_amount && { listNano: readDecimal(cost.list_amount, 7, 'list_amount') }),
    effectiveNano: nano,
    billedNano: nano,
  };
}
