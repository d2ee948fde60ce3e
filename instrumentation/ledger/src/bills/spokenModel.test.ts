import { spokenModel } from './spokenModel.ts';

test.each([
  ['USE1-Claude4.6Sonnet-input-tokens', 'claude-sonnet-4-6'],
  ['USW2-Claude3.5Haiku-output-tokens', 'claude-3-5-haiku'],
  ['Claude Sonnet 4.5 - Input Tokens', 'claude-sonnet-4-5'],
  ['Gemini 2.5 Flash Lite GA Text Input - Predictions', 'gemini-2.5-flash-lite'],
  ['Generate content output token count gemini 2.5 pro text', 'gemini-2.5-pro'],
  ['gpt 4o 0806 Inp glbl Tokens', 'gpt-4o'],
  ['gpt 4.1 mini Outp Data Zone 1M Tokens', 'gpt-4.1-mini'],
  ['gpt-5-mini, input', undefined],
  ['gemini', undefined],
])('%j names %j', (words, model) => expect(spokenModel(words)).toBe(model));
