import type { Case } from '../case.ts';

export const parse: Case = {
  group: 'What the application gets',
  name: 'OpenAI: chat.completions.parse()',
  run: ({ openai, sim }) =>
    openai.chat.completions.parse(
      { model: 'gpt-5.1', messages: [{ role: 'user', content: 'Where is my order?' }] },
      sim({ input: 1490, cached: 1024, output: 256 })
    ),
};
