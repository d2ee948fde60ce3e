import type { Case } from '../case.ts';
import { readAll } from '../readAll.ts';

export const compressedStreams: Case = {
  group: 'Transport',
  name: 'both: gzip and br streams',
  exchanges: 4,
  async run({ openai, anthropic, sim }) {
    const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
    const seen: unknown[] = [];
    for (const encoding of ['gzip', 'br'] as const) {
      const chat = await openai.chat.completions.create(
        { model: 'gpt-5.6-luna', messages, stream: true, stream_options: { include_usage: true } },
        sim({ input: 1490, cached: 1024, cacheWrite: 256, output: 256, deltas: 40, encoding })
      );
      seen.push(await readAll(chat));
      const message = await anthropic.messages.create(
        { model: 'claude-sonnet-4-5', max_tokens: 1024, messages, stream: true },
        sim({ input: 5074, cached: 4096, cacheWrite5m: 512, cacheWrite1h: 256, output: 300, deltas: 40, encoding })
      );
      seen.push(await readAll(message));
    }
    return seen;
  },
};
