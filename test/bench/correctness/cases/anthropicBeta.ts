import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';

export const anthropicBeta: Case = {
  group: 'Anthropic',
  name: 'beta.messages, stream and not',
  exchanges: 2,
  async run({ anthropic, sim }) {
    const params = {
      model: 'claude-sonnet-4-5',
      max_tokens: 1024,
      messages: [{ role: 'user' as const, content: 'Where is my order?' }],
      betas: ['interleaved-thinking-2025-05-14'],
    };
    const steering = sim({ input: 5074, cached: 4096, cacheWrite5m: 512, output: 300 });
    const whole = await anthropic.beta.messages.create(params, steering);
    return [whole, await readAll(await anthropic.beta.messages.create({ ...params, stream: true }, steering))];
  },
};
