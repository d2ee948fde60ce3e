import type { Case } from '../case.ts';

export const chatTokens: Case = {
  group: 'OpenAI',
  name: 'chat: input and output',
  run: ({ openai, sim }) =>
    openai.chat.completions.create(
      { model: 'gpt-5.1', messages: [{ role: 'user', content: 'Where is my order?' }] },
      sim({ input: 1490, output: 256 })
    ),
};
