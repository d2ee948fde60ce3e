import type { Case } from '../case.ts';

/** Not every Node's fetch decodes zstd: the application may get it as it is, the tap reads it all the same. */
export const zstdBytes: Case = {
  group: 'Transport',
  name: 'both: zstd, answer and stream',
  exchanges: 2,
  async run({ openai, anthropic, sim }) {
    const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
    const one = await openai.chat.completions
      .create({ model: 'gpt-5.1', messages }, sim({ input: 1490, cached: 1024, output: 256, encoding: 'zstd' }))
      .asResponse();
    const first = (await one.arrayBuffer()).byteLength > 0;
    const two = await anthropic.messages
      .create(
        { model: 'claude-sonnet-4-5', max_tokens: 1024, messages, stream: true },
        sim({ input: 5074, cached: 4096, cacheWrite5m: 512, output: 300, deltas: 20, encoding: 'zstd' })
      )
      .asResponse();
    return [first, (await two.arrayBuffer()).byteLength > 0];
  },
};
