import type { Case } from '../case.ts';

export const compressedAnswers: Case = {
  group: 'Transport',
  name: 'both: gzip and br answers',
  exchanges: 4,
  async run({ openai, anthropic, sim }) {
    const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
    const seen: unknown[] = [];
    for (const encoding of ['gzip', 'br'] as const) {
      seen.push(
        await openai.chat.completions.create(
          { model: 'gpt-5.6-luna', messages },
          sim({ input: 1490, cached: 1024, cacheWrite: 256, output: 256, reasoning: 128, encoding })
        ),
        await anthropic.messages.create(
          { model: 'claude-sonnet-4-5', max_tokens: 1024, messages },
          sim({ input: 5074, cached: 4096, cacheWrite5m: 512, cacheWrite1h: 256, output: 300, encoding })
        )
      );
    }
    return seen;
  },
};
