import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';

export const anthropicStream: Case = {
  group: 'Anthropic',
  name: 'messages stream: every part',
  async run({ anthropic, sim }) {
    const stream = await anthropic.messages.create(
      {
        model: 'claude-sonnet-4-5',
        max_tokens: 2048,
        messages: [{ role: 'user', content: 'Where is my order?' }],
        thinking: { type: 'enabled', budget_tokens: 1024 },
        stream: true,
      },
      sim({ input: 5074, cached: 4096, cacheWrite5m: 512, cacheWrite1h: 256, output: 300, reasoning: 90, deltas: 40 })
    );
    return { type: stream.constructor.name, events: await readAll(stream) };
  },
};
