import type { Case } from '../case.ts';

export const openaiRefusedToTheEnd: Case = {
  group: 'Failures',
  name: 'OpenAI: 429 to the end',
  exchanges: 3,
  run: ({ openai, sim }) =>
    openai.chat.completions.create(
      { model: 'gpt-5.1', messages: [{ role: 'user', content: 'Where is my order?' }] },
      sim({ failures: [429, 429, 429], retryAfterMs: 5 })
    ),
};
