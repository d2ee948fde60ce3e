import type { Case } from '../case.ts';

export const asResponse: Case = {
  group: 'What the application gets',
  name: 'both: asResponse(), the raw bytes',
  exchanges: 2,
  async run({ openai, anthropic, sim }) {
    const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
    const one = await openai.chat.completions
      .create({ model: 'gpt-5.1', messages }, sim({ input: 1490, output: 256 }))
      .asResponse();
    const two = await anthropic.messages
      .create({ model: 'claude-sonnet-4-5', max_tokens: 1024, messages }, sim({ input: 210, output: 300 }))
      .asResponse();
    return [one, two].reduce<Promise<unknown[]>>(
      async (seen, response) => [
        ...(await seen),
        response.status,
        response.constructor.name,
        response.headers.get('content-type'),
        new Uint8Array(await response.arrayBuffer()),
      ],
      Promise.resolve([])
    );
  },
};
