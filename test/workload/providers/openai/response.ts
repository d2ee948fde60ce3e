import type { Plan } from '../plan.ts';

/** The response object of `POST /v1/responses`, finished or, in the first events of a stream, in progress. */
export function response(plan: Plan, status: 'in_progress' | 'completed'): object {
  const { usage } = plan;
  const isDone = status === 'completed';
  return {
    id: plan.id,
    object: 'response',
    created_at: Math.floor(plan.startedMs / 1000),
    status,
    error: null,
    incomplete_details: null,
    instructions: null,
    max_output_tokens: null,
    model: plan.model,
    output: isDone ? output(plan) : [],
    parallel_tool_calls: true,
    service_tier: isDone ? plan.serviceTier : 'auto',
    usage: isDone
      ? {
          input_tokens: usage.inputTokens,
          input_tokens_details: {
            cached_tokens: usage.cacheReadTokens ?? 0,
            cache_write_tokens: usage.cacheWriteTokens ?? 0,
          },
          output_tokens: usage.outputTokens,
          output_tokens_details: { reasoning_tokens: usage.reasoningTokens ?? 0 },
          total_tokens: usage.inputTokens + usage.outputTokens,
        }
      : null,
  };
}

/** A page that is opened is a call of the search tool too, and free: one follows every search. */
function output(plan: Plan): readonly object[] {
  const item = (type: string, rest: object) => ({ id: `${type}_sim`, type, status: 'completed', ...rest });
  const { webSearches = 0, fileSearches = 0 } = plan.usage;
  return [
    ...Array.from({ length: webSearches }, () => [
      item('web_search_call', { action: { type: 'search', query: 'delivery terms', sources: [] } }),
      item('web_search_call', { action: { type: 'open_page', url: 'https://example.com/terms' } }),
    ]).flat(),
    ...Array.from({ length: fileSearches }, () => item('file_search_call', { queries: ['terms'], results: null })),
    item('message', {
      role: 'assistant',
      content: [{ type: 'output_text', annotations: [], text: plan.deltas.join('') }],
    }),
  ];
}
