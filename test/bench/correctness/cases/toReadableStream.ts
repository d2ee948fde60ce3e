import type { Case } from '../case.ts';

export const toReadableStream: Case = {
  group: 'What the application gets',
  name: 'OpenAI: stream.toReadableStream(), the bytes',
  async run({ openai, sim }) {
    const stream = await openai.chat.completions.create(
      {
        model: 'gpt-5.1',
        messages: [{ role: 'user', content: 'Where is my order?' }],
        stream: true,
        stream_options: { include_usage: true },
      },
      sim({ input: 1490, output: 256, deltas: 20 })
    );
    return new Response(stream.toReadableStream()).text();
  },
};
