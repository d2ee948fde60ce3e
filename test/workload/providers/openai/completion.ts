import type { Plan } from '../plan.ts';
import { openaiUsage } from './openaiUsage.ts';

/** The whole answer of `POST /v1/chat/completions`. */
export function completion(plan: Plan, usage: object = openaiUsage(plan.usage)): object {
  return {
    id: plan.id,
    object: 'chat.completion',
    created: Math.floor(plan.startedMs / 1000),
    model: plan.model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: plan.deltas.join(''), refusal: null, annotations: [] },
        logprobs: null,
        finish_reason: plan.finish,
      },
    ],
    usage,
    service_tier: plan.serviceTier,
    system_fingerprint: 'fp_7d1a9c30b2',
  };
}
