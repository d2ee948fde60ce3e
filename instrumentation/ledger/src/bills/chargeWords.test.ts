import { chargeWords } from './chargeWords.ts';

describe('chargeWords', () => {
  it.each([
    ['gpt-5-mini-2025-08-07, cached input', 'gpt-5-mini-2025-08-07', 'cache_read', 'default'],
    ['gpt-5-mini, cache write', 'gpt-5-mini', 'cache_write', 'default'],
    ['Cache write tokens, gpt-5-mini', 'gpt-5-mini', 'cache_write', 'default'],
    ['claude-sonnet-4-5 cache write, 5m', 'claude-sonnet-4-5', 'cache_write_5m', 'default'],
    ['claude-opus-4-5 5 minute cache write', 'claude-opus-4-5', 'cache_write_5m', 'default'],
    ['claude-opus-4-5 cache_creation 1 hour', 'claude-opus-4-5', 'cache_write_1h', 'default'],
    ['gpt-5 batch output', 'gpt-5', 'output', 'batch'],
    ['web search tool calls', undefined, 'web_search', 'default'],
    ['Support plan', undefined, undefined, undefined],
  ])('reads %s', (text, model, component, tier) => {
    expect(chargeWords(text)).toEqual({ model, component, tier });
  });
});
