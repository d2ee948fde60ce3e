import type { Case } from '../case.ts';

export const anthropicAbort: Case = {
  group: 'Ended early',
  name: 'Anthropic stream: AbortController in mid-stream',
  usage: 'partial',
  async run({ anthropic, sim }) {
    const abort = new AbortController();
    const stream = await anthropic.messages.create(
      {
        model: 'claude-sonnet-4-5',
        max_tokens: 1024,
        messages: [{ role: 'user', content: 'Where is my order?' }],
        stream: true,
      },
      { ...sim({ input: 5074, cached: 4096, output: 300, deltas: 40, paceMs: 10 }), signal: abort.signal }
    );
    const types: string[] = [];
    for await (const event of stream) {
      types.push(event.type);
      abort.abort();
    }
    return types[0];
  },
};
