import type { Plan } from '../plan.ts';
import type { Wire } from '../wire.ts';
import { anthropicFailure } from './anthropicFailure.ts';
import { anthropicPrompt } from './anthropicPrompt.ts';
import { message } from './message.ts';
import { messageEvents } from './messageEvents.ts';

/** Anthropic's messages. */
export const anthropicWire: Wire = {
  provider: 'anthropic',
  defaultTier: 'standard',
  tellsCacheLifetime: true,
  responseId: ['msg_01', 22],
  requestId: ['req_011', 21],
  authorized: (headers) => headers['x-api-key'] !== undefined || headers['authorization'] !== undefined,
  reasons: (body) => ['enabled', 'adaptive'].includes((body['thinking'] as { type?: string } | undefined)?.type ?? ''),
  maxTokens: (body) => body['max_tokens'] as number | undefined,
  prompt: anthropicPrompt,
  headers,
  answer: message,
  events: messageEvents,
  failure: anthropicFailure,
};

function headers(plan: Plan): Record<string, string> {
  return {
    'request-id': plan.requestId,
    'anthropic-organization-id': 'org-sim',
    'anthropic-ratelimit-requests-limit': '4000',
    'anthropic-ratelimit-requests-remaining': '3999',
    'anthropic-ratelimit-input-tokens-limit': '2000000',
    'anthropic-ratelimit-input-tokens-remaining': String(Math.max(0, 2_000_000 - plan.usage.inputTokens)),
    'anthropic-ratelimit-output-tokens-limit': '400000',
    'anthropic-ratelimit-output-tokens-remaining': String(Math.max(0, 400_000 - plan.usage.outputTokens)),
  };
}
