import { generatedAfter } from '../generatedAfter.ts';
import type { Plan } from '../plan.ts';
import type { WireEvent } from '../wireEvent.ts';
import { anthropicUsage } from './anthropicUsage.ts';

/**
 * The stream of `POST /v1/messages`. `message_start` already has the input usage and a first, far too small output
 * count; `message_delta` has the final, cumulative usage.
 */
export function messageEvents(plan: Plan): WireEvent[] {
  const { outputTokens: total, reasoningTokens: thought = 0 } = plan.usage;
  const usage = anthropicUsage(plan.usage);
  const first = Math.min(total, 1 + (plan.deltas.length % 4));
  const events: WireEvent[] = [];
  let generated = first;
  const send = (type: string, rest: object): void => {
    events.push({ text: `event: ${type}\ndata: ${JSON.stringify({ type, ...rest })}\n\n`, generated });
  };
  const block = (index: number, start: object, deltas: readonly object[], from: number, to: number): void => {
    send('content_block_start', { index, content_block: start });
    if (index === 0) {
      send('ping', {});
    }
    deltas.forEach((delta, i) => {
      generated = generatedAfter(i + 1, deltas.length, to - from, 0) + from;
      generated = Math.max(generated, first);
      send('content_block_delta', { index, delta });
    });
    send('content_block_stop', { index });
  };

  send('message_start', {
    message: {
      id: plan.id,
      type: 'message',
      role: 'assistant',
      model: plan.model,
      content: [],
      container: null,
      stop_reason: null,
      stop_sequence: null,
      stop_details: null,
      usage: {
        ...usage,
        output_tokens: first,
        output_tokens_details: null,
        server_tool_use: null,
        service_tier: plan.serviceTier,
        inference_geo: 'global',
        speed: null,
      },
    },
  });
  if (plan.thinking.length > 0) {
    const deltas = plan.thinking.map((thinking) => ({ type: 'thinking_delta', thinking }));
    const signature = { type: 'signature_delta', signature: 'EqQBCkYIBxgCKkDsim' };
    block(0, { type: 'thinking', thinking: '', signature: '' }, [...deltas, signature], 0, thought);
  }
  const textIndex = plan.thinking.length > 0 ? 1 : 0;
  const deltas = plan.deltas.map((text) => ({ type: 'text_delta', text }));
  block(textIndex, { type: 'text', text: '', citations: null }, deltas, thought, total);
  generated = total;
  const { cache_creation: _lifetimes, ...cumulative } = usage;
  send('message_delta', {
    delta: {
      stop_reason: plan.finish === 'stop' ? 'end_turn' : 'max_tokens',
      stop_sequence: null,
      stop_details: null,
      container: null,
    },
    usage: cumulative,
  });
  send('message_stop', {});
  return events;
}
