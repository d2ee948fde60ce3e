import type { Plan } from '../plan.ts';
import { anthropicUsage } from './anthropicUsage.ts';

/** The whole answer of `POST /v1/messages`. */
export function message(plan: Plan): object {
  return {
    id: plan.id,
    type: 'message',
    role: 'assistant',
    model: plan.model,
    content: [
      ...(plan.thinking.length > 0
        ? [{ type: 'thinking', thinking: plan.thinking.join(''), signature: 'EqQBCkYIBxgCKkDsim' }]
        : []),
      { type: 'text', text: plan.deltas.join(''), citations: null },
    ],
    container: null,
    stop_reason: plan.finish === 'stop' ? 'end_turn' : 'max_tokens',
    stop_sequence: null,
    stop_details: null,
    usage: { ...anthropicUsage(plan.usage), service_tier: plan.serviceTier, inference_geo: 'global', speed: null },
  };
}
