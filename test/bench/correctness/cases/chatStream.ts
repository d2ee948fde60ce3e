import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';

export const chatStream: Case = {
  group: 'OpenAI',
  name: 'chat stream with include_usage',
  async run({ openai, sim }) {
    const stream = await openai.chat.completions.create(
      {
        model: 'gpt-5.6-luna',
        messages: [{ role: 'user', content: 'Where is my order?' }],
        stream: true,
        stream_options: { include_usage: true },
      },
      sim({ input: 1490, cached: 1024, cacheWrite: 256, output: 256, reasoning: 128, deltas: 40 })
    );
    return { type: stream.constructor.name, chunks: await readAll(stream) };
  },
};
