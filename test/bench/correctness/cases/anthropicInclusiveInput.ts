import type { Case } from '../case.ts';

export const anthropicInclusiveInput: Case = {
  group: 'Anthropic',
  name: 'messages: inclusive input, cache read, 5-minute and 1-hour writes, thinking',
  run: ({ anthropic, sim }) =>
    anthropic.messages.create(
      {
        model: 'claude-sonnet-4-5',
        max_tokens: 2048,
        messages: [{ role: 'user', content: 'Where is my order?' }],
        thinking: { type: 'enabled', budget_tokens: 1024 },
      },
      sim({ input: 5074, cached: 4096, cacheWrite5m: 512, cacheWrite1h: 256, output: 300, reasoning: 90 })
    ),
};
