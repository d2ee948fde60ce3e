import type { Case } from '../case.ts';

export const openaiStreamRefusedToTheEnd: Case = {
  group: 'Failures',
  name: 'OpenAI stream: 500, 503, 429 to the end',
  exchanges: 3,
  run: ({ openai, sim }) =>
    openai.chat.completions.create(
      { model: 'gpt-5.1', messages: [{ role: 'user', content: 'Where is my order?' }], stream: true },
      sim({ failures: [500, 503, 429], retryAfterMs: 5 })
    ),
};
