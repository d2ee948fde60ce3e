import { generatedAfter } from '../generatedAfter.ts';
import type { Plan } from '../plan.ts';
import type { WireEvent } from '../wireEvent.ts';
import { response } from './response.ts';

/** The stream of `POST /v1/responses`: the last event repeats the whole response. There is no `[DONE]`. */
export function responseEvents(plan: Plan): WireEvent[] {
  const total = plan.usage.outputTokens;
  const reasoned = plan.usage.reasoningTokens ?? 0;
  let sequence = 0;
  const event = (type: string, rest: object, generated: number): WireEvent => ({
    text: `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: sequence++, ...rest })}\n\n`,
    generated,
  });
  return [
    event('response.created', { response: response(plan, 'in_progress') }, 0),
    event('response.in_progress', { response: response(plan, 'in_progress') }, reasoned),
    ...plan.deltas.map((delta, i) =>
      event(
        'response.output_text.delta',
        { item_id: 'message_sim', output_index: 0, content_index: 0, delta, logprobs: [] },
        generatedAfter(i + 1, plan.deltas.length, total, reasoned)
      )
    ),
    event('response.completed', { response: response(plan, 'completed') }, total),
  ];
}
