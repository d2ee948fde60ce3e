import { seededRandom } from '../seededRandom.ts';
import type { CallPlan } from './callPlan.ts';
import type { Mix } from './mix.ts';

const MODELS = {
  openai: ['gpt-5.4', 'gpt-5-mini', 'gpt-5-nano', 'gpt-5.6-sol'],
  anthropic: ['claude-sonnet-4-6', 'claude-haiku-4-5', 'claude-opus-4-5'],
} as const;
const FEATURES = [
  { feature: 'search', team: 'search', requestType: 'interactive' },
  { feature: 'assistant', team: 'support', requestType: 'agent' },
  { feature: 'summaries', team: 'documents', requestType: 'background' },
] as const;

/** `count` calls that depend on the seed and the mix alone. */
export function planCalls(count: number, mix: Mix, seed: string): CallPlan[] {
  const random = seededRandom(`load ${seed}`);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  return Array.from({ length: count }, (): CallPlan => {
    const provider = random() < mix.anthropicShare ? 'anthropic' : 'openai';
    const model = pick<string>(MODELS[provider]);
    const stream = random() < mix.streamShare;
    const aborted = random() < mix.abortShare && stream;
    const retried = random() < mix.retryShare;
    const deltas = 6 + below(20);
    const fresh = 1 + below(8000);
    const cached = random() < 0.5 ? below(20_000) : 0;
    const canWrite = provider === 'anthropic' || model.startsWith('gpt-5.6');
    const written = canWrite && random() < 0.4 ? 1 + below(4000) : 0;
    const hour = provider === 'anthropic' && random() < 0.3 ? below(written + 1) : 0;
    const output = 1 + below(3000);
    const failure = provider === 'anthropic' ? pick([429, 529, 500]) : pick([429, 503, 500]);
    return {
      provider,
      model,
      stream,
      includeUsage: random() >= mix.withoutUsageShare,
      // Early enough that the provider is certainly still writing when the client leaves.
      ...(aborted && { abortAfterEvents: 1 + below(deltas / 3) }),
      attribution: { ...pick(FEATURES), tenant: `tenant-${1 + below(30)}` },
      steering: {
        input: fresh + cached + written,
        cached,
        cacheWrite: written,
        ...(hour > 0 && { cacheWrite1h: hour }),
        output,
        reasoning: random() < 0.4 ? below(output) : 0,
        ...(provider === 'anthropic' && random() < 0.1 && { webSearches: 1 + below(3) }),
        ...(provider === 'openai' && random() < 0.15 && { serviceTier: 'flex' }),
        ...(retried && { failures: random() < 0.7 ? [failure] : [failure, 429], retryAfterMs: 1 + below(5) }),
        deltas,
        firstByteMs: below(5),
        paceMs: aborted ? 5 : random() < 0.2 ? 1 : 0,
        encoding: pick(stream ? ['identity', 'identity', 'gzip', 'br'] : ['identity', 'gzip', 'br']),
      },
    };
  });
}
