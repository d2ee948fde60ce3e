import type { Case } from '../case.ts';

export const chatReasoning: Case = {
  group: 'OpenAI',
  name: 'chat: reasoning',
  run: ({ openai, sim }) =>
    openai.chat.completions.create(
      { model: 'gpt-5.1', messages: [{ role: 'user', content: 'Why?' }], reasoning_effort: 'high' },
      sim({ input: 90, output: 3001, reasoning: 2980 })
    ),
};
