import { openaiResponse } from './openaiResponse.ts';

/** The stream of a response, as writes that end inside lines. */
export function openaiResponseEvents(id: string): string[] {
  let number = 0;
  const event = (type: string, rest: object) =>
    `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: number++, ...rest })}\n\n`;
  const item = { id: 'msg_1', type: 'message', status: 'in_progress', role: 'assistant', content: [] };
  const place = { item_id: 'msg_1', output_index: 0, content_index: 0 };
  const deltas = ['Your order ', 'left our ', 'warehouse. ', '"usage":', '{"input_tokens":7}', ' on Tuesday 🚚'];
  const part = { type: 'output_text', annotations: [], logprobs: [], text: '' };
  const all = [
    event('response.created', { response: openaiResponse(id, 'in_progress') }),
    event('response.in_progress', { response: openaiResponse(id, 'in_progress') }),
    event('response.output_item.added', { output_index: 0, item }),
    event('response.content_part.added', { ...place, part }),
    ...deltas.map((delta) => event('response.output_text.delta', { ...place, delta, logprobs: [] })),
    event('response.output_text.done', { ...place, text: deltas.join(''), logprobs: [] }),
    event('response.content_part.done', { ...place, part: { ...part, text: deltas.join('') } }),
    event('response.output_item.done', { output_index: 0, item: { ...item, status: 'completed' } }),
    event('response.completed', { response: openaiResponse(id, 'completed') }),
  ].join('');
  return all.match(/[^]{1,333}/g) ?? [];
}
