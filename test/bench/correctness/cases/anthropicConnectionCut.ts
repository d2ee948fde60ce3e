import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';

export const anthropicConnectionCut: Case = {
  group: 'Failures',
  name: 'Anthropic stream: the connection breaks',
  usage: 'partial',
  async run({ anthropic, sim }) {
    const stream = await anthropic.messages.create(
      {
        model: 'claude-sonnet-4-5',
        max_tokens: 1024,
        messages: [{ role: 'user', content: 'Where is my order?' }],
        stream: true,
      },
      sim({ input: 5074, cached: 4096, cacheWrite5m: 512, output: 300, deltas: 20, breakAfterEvents: 9 })
    );
    try {
      return await readAll(stream);
    } catch (error) {
      return { type: (error as object).constructor.name, message: String(error) };
    }
  },
};
