import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';

export const anthropicWebSearch: Case = {
  group: 'Anthropic',
  name: 'messages and stream: web search fees',
  exchanges: 2,
  async run({ anthropic, sim }) {
    const params = {
      model: 'claude-sonnet-4-5',
      max_tokens: 1024,
      messages: [{ role: 'user' as const, content: 'What is new?' }],
      tools: [{ type: 'web_search_20250305' as const, name: 'web_search' as const }],
    };
    const steering = sim({ input: 9000, output: 300, webSearches: 3 });
    const whole = await anthropic.messages.create(params, steering);
    return [whole, await readAll(await anthropic.messages.create({ ...params, stream: true }, steering))];
  },
};
