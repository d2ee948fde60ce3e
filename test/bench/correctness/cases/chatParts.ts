import type { Case } from '../case.ts';

export const chatParts: Case = {
  group: 'OpenAI',
  name: 'chat: cached, cache write, reasoning',
  run: ({ openai, sim }) =>
    openai.chat.completions.create(
      { model: 'gpt-5.6-luna', messages: [{ role: 'user', content: 'Where is my order?' }] },
      sim({ input: 1490, cached: 1024, cacheWrite: 256, output: 256, reasoning: 128 })
    ),
};
