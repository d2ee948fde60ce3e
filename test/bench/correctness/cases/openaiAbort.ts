import type { Case } from '../case.ts';

export const openaiAbort: Case = {
  group: 'Ended early',
  name: 'OpenAI stream: AbortController in mid-stream',
  usage: 'aborted',
  async run({ openai, sim }) {
    const abort = new AbortController();
    const stream = await openai.chat.completions.create(
      { model: 'gpt-5.1', messages: [{ role: 'user', content: 'Where is my order?' }], stream: true },
      { ...sim({ input: 1490, output: 256, deltas: 40, paceMs: 10 }), signal: abort.signal }
    );
    let isFirst = true;
    for await (const chunk of stream) {
      isFirst &&= chunk.choices.length > 0;
      abort.abort();
    }
    return { isFirst };
  },
};
