import type { Case } from '../case.ts';

export const openaiRefusedOnce: Case = {
  group: 'Failures',
  name: 'OpenAI: 429, then success',
  exchanges: 2,
  run: ({ openai, sim }) =>
    openai.chat.completions.create(
      { model: 'gpt-5.1', messages: [{ role: 'user', content: 'Where is my order?' }] },
      sim({ input: 1490, output: 256, failures: [429], retryAfterMs: 5 })
    ),
};
