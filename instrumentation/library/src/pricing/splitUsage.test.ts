import fc from 'fast-check';
import { splitUsage } from './splitUsage.ts';

test('splits an Anthropic call', () => {
  expect(
    splitUsage({
      inputTokens: 5074,
      outputTokens: 300,
      cacheReadTokens: 4096,
      cacheWriteTokens: 768,
      cacheWrite5mTokens: 512,
      cacheWrite1hTokens: 256,
      reasoningTokens: 90,
    })
  ).toEqual({ input: 210, cache_read: 4096, cache_write_5m: 512, cache_write_1h: 256, output: 210, reasoning: 90 });
});

test('keeps an OpenAI cache write, whose lifetime is not told, apart', () => {
  expect(splitUsage({ inputTokens: 1490, outputTokens: 256, cacheReadTokens: 1024, cacheWriteTokens: 256 })).toEqual({
    input: 210,
    cache_read: 1024,
    cache_write: 256,
    output: 256,
  });
});

test('parts are disjoint and lose no token', () => {
  const count = fc.nat(1_000_000);
  fc.assert(
    fc.property(count, count, count, count, count, count, (input, read, write5m, write1h, output, reasoning) => {
      const split = splitUsage({
        inputTokens: input + read + write5m + write1h,
        outputTokens: output + reasoning,
        cacheReadTokens: read,
        cacheWrite5mTokens: write5m,
        cacheWrite1hTokens: write1h,
        reasoningTokens: reasoning,
      });
      const sum = Object.values(split).reduce((total, quantity) => total + Number(quantity), 0);
      expect(sum).toBe(input + read + write5m + write1h + output + reasoning);
    })
  );
});

test.each([
  { inputTokens: 1, outputTokens: 0, cacheReadTokens: 2 },
  { inputTokens: 1, outputTokens: 1, reasoningTokens: 2 },
  { inputTokens: -1, outputTokens: 0 },
  { inputTokens: 1.5, outputTokens: 0 },
  { inputTokens: NaN, outputTokens: 0 },
  { inputTokens: 9, outputTokens: 0, cacheWriteTokens: 1, cacheWrite1hTokens: 2 },
])('impossible usage is unpriced, not repaired: %j', (usage) => {
  expect(splitUsage(usage)).toEqual({ kind: 'unpriced', reason: 'invalid_usage' });
});
