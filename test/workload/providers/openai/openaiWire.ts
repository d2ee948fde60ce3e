import type { Plan } from '../plan.ts';
import type { Wire } from '../wire.ts';
import { completion } from './completion.ts';
import { completionEvents } from './completionEvents.ts';
import { openaiFailure } from './openaiFailure.ts';
import { openaiPrompt } from './openaiPrompt.ts';

/** OpenAI's chat completions. */
export const openaiWire: Wire = {
  provider: 'openai',
  defaultTier: 'default',
  tellsCacheLifetime: false,
  responseId: ['chatcmpl-', 29],
  requestId: ['req_', 32],
  authorized: (headers) => String(headers['authorization'] ?? '').startsWith('Bearer '),
  reasons: (body) => /^(gpt-5|o\d)/.test(String(body['model'])) && body['reasoning_effort'] !== 'none',
  maxTokens: (body) => (body['max_completion_tokens'] ?? body['max_tokens']) as number | undefined,
  prompt: openaiPrompt,
  headers,
  answer: completion,
  events: completionEvents,
  failure: openaiFailure,
};

function headers(plan: Plan, tookMs: number): Record<string, string> {
  return {
    'x-request-id': plan.requestId,
    'openai-organization': 'org-sim',
    'openai-project': 'proj_sim',
    'openai-version': '2020-10-01',
    'openai-processing-ms': String(tookMs),
    'x-ratelimit-limit-requests': '10000',
    'x-ratelimit-limit-tokens': '2000000',
    'x-ratelimit-remaining-requests': '9999',
    'x-ratelimit-remaining-tokens': String(Math.max(0, 2_000_000 - plan.usage.inputTokens)),
    'x-ratelimit-reset-requests': '6ms',
    'x-ratelimit-reset-tokens': `${Math.ceil(plan.usage.inputTokens / 33)}ms`,
  };
}
