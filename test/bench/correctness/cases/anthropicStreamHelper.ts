import type { Case } from '../case.ts';

export const anthropicStreamHelper: Case = {
  group: 'What the application gets',
  name: 'Anthropic: messages.stream() helper',
  async run({ anthropic, sim }) {
    const stream = anthropic.messages.stream(
      { model: 'claude-sonnet-4-5', max_tokens: 1024, messages: [{ role: 'user', content: 'Where is my order?' }] },
      sim({ input: 5074, cached: 4096, cacheWrite5m: 512, output: 300, deltas: 20 })
    );
    const texts: string[] = [];
    stream.on('text', (delta) => texts.push(delta));
    return { final: await stream.finalMessage(), texts, text: await stream.finalText() };
  },
};
