import type { Case } from '../case.ts';

export const anthropicTokens: Case = {
  group: 'Anthropic',
  name: 'messages: input and output',
  run: ({ anthropic, sim }) =>
    anthropic.messages.create(
      { model: 'claude-sonnet-4-5', max_tokens: 1024, messages: [{ role: 'user', content: 'Where is my order?' }] },
      sim({ input: 210, output: 300 })
    ),
};
