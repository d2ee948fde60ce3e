import type { Case } from '../case.ts';

export const asResponseStream: Case = {
  group: 'What the application gets',
  name: 'both: asResponse() of a stream, the raw bytes',
  exchanges: 2,
  async run({ openai, anthropic, sim }) {
    const messages = [{ role: 'user' as const, content: 'Où est ma commande ? 🚚' }];
    const one = await openai.chat.completions
      .create(
        { model: 'gpt-5.1', messages, stream: true, stream_options: { include_usage: true } },
        sim({ input: 1490, output: 256, deltas: 30 })
      )
      .asResponse();
    const first = await one.text();
    const two = await anthropic.messages
      .create(
        { model: 'claude-sonnet-4-5', max_tokens: 1024, messages, stream: true },
        sim({ input: 210, output: 300, deltas: 30 })
      )
      .asResponse();
    return [first, await two.text()];
  },
};
