import type { Case } from '../case.ts';

export const anthropicCacheRead: Case = {
  group: 'Anthropic',
  name: 'messages: cache read only',
  run: ({ anthropic, sim }) =>
    anthropic.messages.create(
      { model: 'claude-sonnet-4-5', max_tokens: 1024, messages: [{ role: 'user', content: 'Where is my order?' }] },
      sim({ input: 4306, cached: 4096, output: 300 })
    ),
};
