import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';

export const withResponse: Case = {
  group: 'What the application gets',
  name: 'both: withResponse()',
  exchanges: 2,
  async run({ openai, anthropic, sim }) {
    const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
    const one = await openai.chat.completions
      .create({ model: 'gpt-5.1', messages }, sim({ input: 1490, output: 256 }))
      .withResponse();
    const two = await anthropic.messages
      .create(
        { model: 'claude-sonnet-4-5', max_tokens: 1024, messages, stream: true },
        sim({ input: 210, output: 300, deltas: 20 })
      )
      .withResponse();
    return {
      openai: [one.data, one.response.status, one.response.bodyUsed, one.request_id],
      anthropic: [await readAll(two.data), two.response.status, two.request_id],
    };
  },
};
