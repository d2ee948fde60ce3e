import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';

export const tee: Case = {
  group: 'What the application gets',
  name: 'both: stream.tee(), both halves read',
  exchanges: 2,
  async run({ openai, anthropic, sim }) {
    const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
    const chat = await openai.chat.completions.create(
      { model: 'gpt-5.1', messages, stream: true, stream_options: { include_usage: true } },
      sim({ input: 1490, output: 256, deltas: 20 })
    );
    const [left, right] = chat.tee();
    const halves: unknown[] = await Promise.all([readAll(left), readAll(right)]);
    const message = await anthropic.messages.create(
      { model: 'claude-sonnet-4-5', max_tokens: 1024, messages, stream: true },
      sim({ input: 210, output: 300, deltas: 20 })
    );
    const [one, two] = message.tee();
    return [...halves, await readAll(one), await readAll(two)];
  },
};
