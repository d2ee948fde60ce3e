import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';

export const chatStreamWithoutUsage: Case = {
  group: 'OpenAI',
  name: 'chat stream without include_usage',
  usage: 'not_reported',
  async run({ openai, sim }) {
    const stream = await openai.chat.completions.create(
      { model: 'gpt-5.1', messages: [{ role: 'user', content: 'Where is my order?' }], stream: true },
      sim({ input: 1490, output: 256, deltas: 40 })
    );
    return readAll(stream);
  },
};
