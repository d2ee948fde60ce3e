import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../app.ts';
import type { Case } from '../case.ts';

export const openaiNeverRead: Case = {
  group: 'Ended early',
  name: 'OpenAI stream: never read, and forgotten',
  usage: 'aborted',
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

async function forget({ openai, sim }: App): Promise<void> {
  await openai.chat.completions.create(
    {
      model: 'gpt-5.1',
      messages: [{ role: 'user', content: 'Where is my order?' }],
      stream: true,
      stream_options: { include_usage: true },
    },
    sim({ input: 1490, output: 256, deltas: 400, paceMs: 5 })
  );
}
