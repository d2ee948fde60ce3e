import type { Case } from '../case.ts';

const CALLS = 1000;

export const burst: Case = {
  group: 'Transport',
  name: `burst: ${CALLS} calls, 200 at a time, each of its own tenant`,
  exchanges: CALLS,
  tenants: true,
  async run({ openai, anthropic, sim, attributed }) {
    const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
    let next = 0;
    const outputs: number[] = [];
    const call = async (index: number) => {
      const steering = sim({ input: 1490, cached: 1024, output: index, deltas: 5, firstByteMs: index % 7 });
      if (index % 2 === 0) {
        const answer = await openai.chat.completions.create({ model: 'gpt-5.1', messages }, steering);
        return answer.usage?.completion_tokens ?? -1;
      }
      const params = { model: 'claude-sonnet-4-5', max_tokens: 4096, messages, stream: true as const };
      let output = -1;
      for await (const event of await anthropic.messages.create(params, steering)) {
        output = event.type === 'message_delta' ? event.usage.output_tokens : output;
      }
      return output;
    };
    const worker = async () => {
      while (next < CALLS) {
        const index = ++next;
        outputs.push(await attributed({ tenant: `tenant-${index}` }, () => call(index)));
      }
    };
    await Promise.all(Array.from({ length: 200 }, worker));
    return outputs.sort((a, b) => a - b);
  },
};
