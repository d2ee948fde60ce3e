import type { JsonObject } from '../jsonObject.ts';
import type { Wire } from '../wire.ts';
import { openaiPrompt } from './openaiPrompt.ts';
import { openaiWire } from './openaiWire.ts';
import { response } from './response.ts';
import { responseEvents } from './responseEvents.ts';

/** OpenAI's responses. */
export const responsesWire: Wire = {
  ...openaiWire,
  responseId: ['resp_', 48],
  reasons: (body) =>
    /^(gpt-5|o\d)/.test(String(body['model'])) &&
    (body['reasoning'] as { effort?: string } | undefined)?.effort !== 'none',
  maxTokens: (body) => body['max_output_tokens'] as number | undefined,
  prompt: (body, cache, nowMs) => openaiPrompt({ ...body, messages: asMessages(body) }, cache, nowMs),
  answer: (plan) => response(plan, 'completed'),
  events: responseEvents,
};

function asMessages({ instructions, input }: JsonObject): readonly object[] {
  const turns = Array.isArray(input) ? (input as readonly object[]) : [{ role: 'user', content: input }];
  return typeof instructions === 'string' ? [{ role: 'system', content: instructions }, ...turns] : turns;
}
