import { openaiUsage } from '../openai/openaiUsage.ts';
import type { Plan } from '../plan.ts';
import type { Dialect } from './compatibleWire.ts';

const totals = ({ usage }: Plan) => ({
  prompt_tokens: usage.inputTokens,
  completion_tokens: usage.outputTokens,
  total_tokens: usage.inputTokens + usage.outputTokens,
  completion_tokens_details: { reasoning_tokens: usage.reasoningTokens ?? 0 },
});

/** What the simulated OpenRouter and xAI charge: 1 µ$ a token in, 5 µ$ out. Arbitrary, and known to both sides. */
const microUsd = ({ usage }: Plan) => usage.inputTokens + 5 * usage.outputTokens;

/** Providers that speak OpenAI's chat completions, by the name they are served under. */
export const dialects: Readonly<Record<string, Dialect>> = {
  groq: {
    provider: 'groq',
    responseId: ['chatcmpl-', 36],
    usage: ({ usage }) => ({ queue_time: 0.01, total_time: 0.2, ...openaiUsage(usage) }),
    streamsUsage: 'x_groq',
  },
  deepseek: {
    provider: 'deepseek',
    responseId: ['', 36],
    usage: (plan) => ({
      ...totals(plan),
      prompt_cache_hit_tokens: plan.usage.cacheReadTokens ?? 0,
      prompt_cache_miss_tokens: plan.usage.inputTokens - (plan.usage.cacheReadTokens ?? 0),
    }),
    streamsUsage: 'beside',
  },
  mistral: {
    provider: 'mistral_ai',
    responseId: ['cmpl-', 32],
    usage: (plan) => ({ ...totals(plan), prompt_tokens_details: { cached_tokens: plan.usage.cacheReadTokens ?? 0 } }),
    streamsUsage: 'beside',
  },
  moonshot: {
    provider: 'moonshot_ai',
    responseId: ['cmpl-', 32],
    usage: (plan) => ({ ...totals(plan), cached_tokens: plan.usage.cacheReadTokens ?? 0 }),
    streamsUsage: 'beside',
  },
  xai: {
    provider: 'x_ai',
    responseId: ['', 36],
    usage: (plan) => ({
      ...totals(plan),
      completion_tokens: plan.usage.outputTokens - (plan.usage.reasoningTokens ?? 0),
      prompt_tokens_details: { cached_tokens: plan.usage.cacheReadTokens ?? 0, audio_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: plan.usage.reasoningTokens ?? 0, audio_tokens: 0 },
      num_sources_used: 0,
      cost_in_usd_ticks: microUsd(plan) * 10_000,
    }),
    streamsUsage: 'last',
    chargedUsd: (plan) => (microUsd(plan) / 1e6).toFixed(10),
  },
  openrouter: {
    provider: 'openrouter',
    responseId: ['gen-1763900000-', 20],
    usage: (plan) => ({
      ...openaiUsage(plan.usage),
      cost: microUsd(plan) / 1e6,
      is_byok: false,
      cost_details: { upstream_inference_cost: null },
    }),
    streamsUsage: 'last',
    chargedUsd: (plan) => String(microUsd(plan) / 1e6),
  },
};
