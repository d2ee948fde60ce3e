const text = 'Your order left our warehouse on Tuesday. "usage":{"input_tokens":7} is not what it cost.';

/** A response object of OpenAI's Responses API that reasoned, called a tool and answered; keys like ours lie in what it says. */
export function openaiResponse(id: string, status: 'in_progress' | 'completed'): object {
  const isDone = status === 'completed';
  return {
    id,
    object: 'response',
    created_at: 1_795_000_000,
    status,
    background: false,
    error: null,
    incomplete_details: null,
    instructions: null,
    max_output_tokens: 4096,
    model: 'gpt-5.1-2025-11-13',
    output: isDone
      ? [
          { id: 'rs_1', type: 'reasoning', summary: [] },
          {
            id: 'fc_1',
            type: 'function_call',
            status: 'completed',
            call_id: 'call_1',
            name: 'order_status',
            arguments: '{"usage":{"input_tokens":9,"output_tokens":9},"model":"not-this-one"}',
          },
          {
            id: 'msg_1',
            type: 'message',
            status: 'completed',
            role: 'assistant',
            content: [{ type: 'output_text', annotations: [], logprobs: [], text }],
          },
        ]
      : [],
    parallel_tool_calls: true,
    previous_response_id: null,
    reasoning: { effort: 'medium', summary: null },
    service_tier: isDone ? 'default' : 'auto',
    store: true,
    temperature: 1,
    text: { format: { type: 'text' }, verbosity: 'medium' },
    tool_choice: 'auto',
    tools: [
      {
        type: 'function',
        name: 'order_status',
        description: null,
        parameters: { type: 'object', properties: { usage: { type: 'object' }, model: { type: 'string' } } },
        strict: false,
      },
    ],
    top_p: 1,
    truncation: 'disabled',
    usage: isDone
      ? {
          input_tokens: 1490,
          input_tokens_details: { cached_tokens: 1024 },
          output_tokens: 256,
          output_tokens_details: { reasoning_tokens: 128 },
          total_tokens: 1746,
        }
      : null,
    user: null,
    metadata: {},
  };
}
