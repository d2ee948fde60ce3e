import { generatedAfter } from '../generatedAfter.ts';
import type { Plan } from '../plan.ts';
import type { WireEvent } from '../wireEvent.ts';
import { openaiUsage } from './openaiUsage.ts';

/**
 * The stream of `POST /v1/chat/completions`: role, content deltas, finish reason, and with `include_usage` one last
 * chunk that has usage and no choices (then every chunk before it says `usage: null`), then `[DONE]`.
 */
export function completionEvents(plan: Plan): WireEvent[] {
  const total = plan.usage.outputTokens;
  const reasoned = plan.usage.reasoningTokens ?? 0;
  const chunk = (rest: object, padding?: number): string =>
    `data: ${JSON.stringify({
      id: plan.id,
      object: 'chat.completion.chunk',
      created: Math.floor(plan.startedMs / 1000),
      model: plan.model,
      service_tier: plan.serviceTier,
      system_fingerprint: 'fp_7d1a9c30b2',
      ...rest,
      ...(plan.includeUsage && !('usage' in rest) && { usage: null }),
      ...(padding !== undefined && { obfuscation: 'x7Qk2LmZp0'.slice(0, padding) }),
    })}\n\n`;
  const choice = (delta: object, finish: string | null = null): object => ({
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  });
  const events: WireEvent[] = [
    { text: chunk(choice({ role: 'assistant', content: '', refusal: null }), 3), generated: reasoned },
    ...plan.deltas.map((content, i) => ({
      text: chunk(choice({ content }), 10 - (content.length % 10)),
      generated: generatedAfter(i + 1, plan.deltas.length, total, reasoned),
    })),
    { text: chunk(choice({}, plan.finish), 5), generated: total },
  ];
  if (plan.includeUsage) {
    events.push({ text: chunk({ choices: [], usage: openaiUsage(plan.usage) }, 0), generated: total });
  }
  events.push({ text: 'data: [DONE]\n\n', generated: total });
  return events;
}
