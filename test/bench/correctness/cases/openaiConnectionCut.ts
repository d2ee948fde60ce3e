import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';

export const openaiConnectionCut: Case = {
  group: 'Failures',
  name: 'OpenAI stream: the connection breaks',
  usage: 'error',
  async run({ openai, sim }) {
    const stream = await openai.chat.completions.create(
      {
        model: 'gpt-5.1',
        messages: [{ role: 'user', content: 'Where is my order?' }],
        stream: true,
        stream_options: { include_usage: true },
      },
      sim({ input: 1490, output: 256, deltas: 20, breakAfterEvents: 9 })
    );
    try {
      return await readAll(stream);
    } catch (error) {
      return { type: (error as object).constructor.name, message: String(error) };
    }
  },
};
