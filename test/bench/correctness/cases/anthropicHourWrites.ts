import type { Case } from '../case.ts';

export const anthropicHourWrites: Case = {
  group: 'Anthropic',
  name: 'messages: 1-hour cache writes only',
  run: ({ anthropic, sim }) =>
    anthropic.messages.create(
      { model: 'claude-sonnet-4-5', max_tokens: 1024, messages: [{ role: 'user', content: 'Where is my order?' }] },
      sim({ input: 2466, cacheWrite1h: 2256, output: 300 })
    ),
};
