import type { Case } from '../case.ts';

export const anthropicBreak: Case = {
  group: 'Ended early',
  name: 'Anthropic stream: break after the first event',
  usage: 'partial',
  async run({ anthropic, sim }) {
    const stream = await anthropic.messages.create(
      {
        model: 'claude-sonnet-4-5',
        max_tokens: 1024,
        messages: [{ role: 'user', content: 'Where is my order?' }],
        stream: true,
      },
      sim({ input: 5074, cached: 4096, cacheWrite5m: 512, cacheWrite1h: 256, output: 300, deltas: 40, paceMs: 10 })
    );
    for await (const event of stream) {
      return event;
    }
    return 'nothing';
  },
};
