import type { Case } from '../case.ts';

export const openaiBreak: Case = {
  group: 'Ended early',
  name: 'OpenAI stream: break after the first chunk',
  usage: 'aborted',
  async run({ openai, sim }) {
    const stream = await openai.chat.completions.create(
      {
        model: 'gpt-5.1',
        messages: [{ role: 'user', content: 'Where is my order?' }],
        stream: true,
        stream_options: { include_usage: true },
      },
      sim({ input: 1490, output: 256, deltas: 40, paceMs: 10 })
    );
    for await (const chunk of stream) {
      return chunk;
    }
    return 'nothing';
  },
};
