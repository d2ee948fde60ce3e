import type { Case } from '../case.ts';

export const openaiStreamHelper: Case = {
  group: 'What the application gets',
  name: 'OpenAI: chat.completions.stream() helper',
  async run({ openai, sim }) {
    const stream = openai.chat.completions.stream(
      {
        model: 'gpt-5.1',
        messages: [{ role: 'user', content: 'Where is my order?' }],
        stream_options: { include_usage: true },
      },
      sim({ input: 1490, output: 256, deltas: 20 })
    );
    const contents: string[] = [];
    stream.on('content', (delta) => contents.push(delta));
    return { final: await stream.finalChatCompletion(), contents, usage: await stream.totalUsage() };
  },
};
