import type { Case } from '../case.ts';

export const clientError: Case = {
  group: 'What the application gets',
  name: 'both: the error a client throws after a 500',
  exchanges: 2,
  async run({ openai, anthropic, sim }) {
    const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
    const options = { ...sim({ failures: [500] }), maxRetries: 0 };
    const failed = await Promise.allSettled([
      openai.chat.completions.create({ model: 'gpt-5.1', messages }, options),
      anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 1024, messages }, options),
    ]);
    return failed.map((result) => {
      const error = (result as PromiseRejectedResult).reason as Error & { status: number; error: unknown };
      return [error.constructor.name, error.message, error.status, error.error, Object.keys(error)];
    });
  },
};
