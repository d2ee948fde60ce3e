import type { Case } from '../case.ts';

export const anthropicLongContext: Case = {
  group: 'Anthropic',
  name: 'messages: above 200,000 input tokens the whole call at the higher rates',
  run: ({ anthropic, sim }) =>
    anthropic.messages.create(
      { model: 'claude-sonnet-4-5', max_tokens: 1024, messages: [{ role: 'user', content: 'Read all of it.' }] },
      sim({ input: 200_001, cached: 150_000, cacheWrite5m: 1000, output: 300 })
    ),
};
