import fc from 'fast-check';
import { TOKEN_TYPES } from '../contract/index.ts';
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

test('keeps audio and images apart, cached and not', () => {
  expect(
    splitUsage({
      inputTokens: 1000,
      cacheReadTokens: 300,
      audioInputTokens: 500,
      audioCacheReadTokens: 200,
      imageInputTokens: 100,
      imageCacheReadTokens: 40,
      outputTokens: 90,
      reasoningTokens: 10,
      audioOutputTokens: 50,
      imageOutputTokens: 20,
      webSearches: 2,
      fileSearches: 1,
    })
  ).toEqual({
    input: 340,
    cache_read: 60,
    input_audio: 300,
    cache_read_audio: 200,
    input_image: 60,
    cache_read_image: 40,
    output: 10,
    reasoning: 10,
    output_audio: 50,
    output_image: 20,
    web_search: 2,
    file_search: 1,
  });
});

test('parts are disjoint and lose no token', () => {
  const count = fc.nat(1_000_000);
  fc.assert(
    fc.property(fc.record(Object.fromEntries(TOKEN_TYPES.map((type) => [type, count]))), (tokens) => {
      const of = (...types: (typeof TOKEN_TYPES)[number][]) =>
        types.reduce((sum, type) => sum + (tokens[type] ?? 0), 0);
      const written = of('cache_write', 'cache_write_5m', 'cache_write_1h');
      const read = of('cache_read', 'cache_read_audio', 'cache_read_image');
      const split = splitUsage({
        inputTokens: of('input', 'input_audio', 'input_image') + read + written,
        outputTokens: of('output', 'reasoning', 'output_audio', 'output_image'),
        cacheReadTokens: read,
        cacheWriteTokens: written,
        cacheWrite5mTokens: of('cache_write_5m'),
        cacheWrite1hTokens: of('cache_write_1h'),
        reasoningTokens: of('reasoning'),
        audioInputTokens: of('input_audio', 'cache_read_audio'),
        audioCacheReadTokens: of('cache_read_audio'),
        audioOutputTokens: of('output_audio'),
        imageInputTokens: of('input_image', 'cache_read_image'),
        imageCacheReadTokens: of('cache_read_image'),
        imageOutputTokens: of('output_image'),
      });
      expect(split).toEqual(Object.fromEntries(Object.entries(tokens).filter(([, quantity]) => quantity > 0)));
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
  { inputTokens: 100, outputTokens: 0, audioInputTokens: 60, cacheReadTokens: 80 },
  { inputTokens: 100, outputTokens: 0, audioInputTokens: 60, audioCacheReadTokens: 10 },
  { inputTokens: 0, outputTokens: 5, audioOutputTokens: 3, reasoningTokens: 3 },
])('impossible usage is unpriced, not repaired: %j', (usage) => {
  expect(splitUsage(usage)).toEqual({ kind: 'unpriced', reason: 'invalid_usage' });
});
