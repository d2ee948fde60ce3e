import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';

export const anthropicOverloaded: Case = {
  group: 'Failures',
  name: 'Anthropic stream: 529, 500, then success',
  exchanges: 3,
  async run({ anthropic, sim }) {
    const stream = await anthropic.messages.create(
      {
        model: 'claude-sonnet-4-5',
        max_tokens: 1024,
        messages: [{ role: 'user', content: 'Where is my order?' }],
        stream: true,
      },
      sim({ input: 5074, cached: 4096, output: 300, failures: [529, 500], retryAfterMs: 5 })
    );
    return readAll(stream);
  },
};
