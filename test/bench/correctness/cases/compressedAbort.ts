import type { Case } from '../case.ts';

export const compressedAbort: Case = {
  group: 'Transport',
  name: 'Anthropic: gzip stream, break after the first event',
  usage: 'partial',
  async run({ anthropic, sim }) {
    const stream = await anthropic.messages.create(
      {
        model: 'claude-sonnet-4-5',
        max_tokens: 1024,
        messages: [{ role: 'user', content: 'Where is my order?' }],
        stream: true,
      },
      sim({ input: 5074, cached: 4096, cacheWrite5m: 512, output: 300, deltas: 60, paceMs: 10, encoding: 'gzip' })
    );
    for await (const event of stream) {
      return event;
    }
    return 'nothing';
  },
};
