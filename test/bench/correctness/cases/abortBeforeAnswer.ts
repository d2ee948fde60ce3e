import { setTimeout as sleep } from 'node:timers/promises';
import type { Case } from '../case.ts';

export const abortBeforeAnswer: Case = {
  group: 'Ended early',
  name: 'both: AbortController before the first byte',
  usage: 'aborted',
  exchanges: 2,
  async run({ openai, anthropic, sim }) {
    const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
    const options = () => ({ ...sim({ input: 1490, output: 256, firstByteMs: 150 }), signal: AbortSignal.timeout(60) });
    const failed = await Promise.allSettled([
      openai.chat.completions.create({ model: 'gpt-5.1', messages }, options()),
      anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 1024, messages }, options()),
    ]);
    await sleep(150);
    return failed.map((result) => result.status === 'rejected' && String(result.reason));
  },
};
