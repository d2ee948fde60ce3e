import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../app.ts';
import type { Case } from '../case.ts';

export const anthropicNeverRead: Case = {
  group: 'Ended early',
  name: 'Anthropic stream: never read, and forgotten',
  usage: 'partial',
  isStatusOpen: true,
  async run(app) {
    await forget(app);
    for (let i = 0; i < 20; i += 1) {
      globalThis.gc?.();
      await sleep(20);
    }
    return 'forgotten';
  },
};

async function forget({ anthropic, sim }: App): Promise<void> {
  await anthropic.messages.create(
    {
      model: 'claude-sonnet-4-5',
      max_tokens: 1024,
      messages: [{ role: 'user', content: 'Where is my order?' }],
      stream: true,
    },
    sim({ input: 5074, cached: 4096, output: 300, deltas: 400, paceMs: 5 })
  );
}
