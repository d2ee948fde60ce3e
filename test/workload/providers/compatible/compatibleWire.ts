import { completion } from '../openai/completion.ts';
import { completionEvents } from '../openai/completionEvents.ts';
import { openaiWire } from '../openai/openaiWire.ts';
import type { Plan } from '../plan.ts';
import type { Wire } from '../wire.ts';
import type { WireEvent } from '../wireEvent.ts';

/** How a provider that speaks OpenAI's chat completions differs from it. */
export interface Dialect {
  readonly provider: string;
  readonly responseId: Wire['responseId'];
  /** Its usage object. */
  usage(plan: Plan): object;
  /** Where a stream says it: beside the finish reason, or in `x_groq` there, asked or not; or only in a last chunk when asked. */
  readonly streamsUsage: 'beside' | 'x_groq' | 'last';
  readonly chargedUsd?: (plan: Plan) => string;
}

/** The wire of a provider that speaks OpenAI's chat completions in its own dialect. */
export function compatibleWire({ provider, responseId, usage, streamsUsage, chargedUsd }: Dialect): Wire {
  return {
    ...openaiWire,
    provider,
    responseId,
    ...(chargedUsd && { chargedUsd }),
    answer: (plan) => completion(plan, usage(plan)),
    events: (plan) => dialectEvents(completionEvents(plan), usage(plan), streamsUsage),
  };
}

function dialectEvents(events: readonly WireEvent[], usage: object, where: Dialect['streamsUsage']): WireEvent[] {
  return events.flatMap((event) => {
    if (event.text.includes('"choices":[]')) {
      return where === 'beside' ? [] : [rewritten(event, (chunk) => ({ ...chunk, usage }))];
    }
    if (where === 'last' || !event.text.includes('"finish_reason":"')) {
      return [event];
    }
    return [rewritten(event, (chunk) => ({ ...chunk, ...(where === 'beside' ? { usage } : { x_groq: { usage } }) }))];
  });
}

function rewritten({ text, generated }: WireEvent, rewrite: (chunk: object) => object): WireEvent {
  const chunk = JSON.parse(text.slice('data: '.length)) as object;
  return { text: `data: ${JSON.stringify(rewrite(chunk))}\n\n`, generated };
}
