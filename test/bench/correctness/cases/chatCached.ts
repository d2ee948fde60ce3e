import type { Case } from '../case.ts';

export const chatCached: Case = {
  group: 'OpenAI',
  name: 'chat: cached input',
  run: ({ openai, sim }) =>
    openai.chat.completions.create(
      { model: 'gpt-5.1', messages: [{ role: 'user', content: 'Where is my order?' }] },
      sim({ input: 1490, cached: 1024, output: 256 })
    ),
};
