import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CATALOGUE } from './catalogue.ts';
import { createPriceBook } from './createPriceBook.ts';

test('the card names the catalogue release that is installed', () => {
  const entry = createRequire(__filename).resolve('@pydantic/genai-prices');
  const manifest: unknown = JSON.parse(readFileSync(`${entry.split('/dist/')[0]}/package.json`, 'utf8'));
  expect(manifest).toMatchObject({ version: CATALOGUE.split('@')[1] });
});

test('dated list prices follow the time of the call', () => {
  const book = createPriceBook();
  const inputRate = (atMs: number) => {
    const card = book.resolve({ provider: 'openai', model: 'o3', atMs });
    return card.kind === 'card' ? card.steps[0]?.list.input : undefined;
  };
  expect(inputRate(Date.UTC(2025, 5, 9))).toBe(10_000_000_000_000n);
  expect(inputRate(Date.UTC(2025, 5, 10))).toBe(2_000_000_000_000n);
});

test('rates that depend on the time of day are not held for the day', () => {
  const book = createPriceBook();
  const inputRate = (hour: number, minute: number) => {
    const card = book.resolve({
      provider: 'deepseek',
      model: 'deepseek-chat',
      atMs: Date.UTC(2026, 10, 22, hour, minute),
    });
    return card.kind === 'card' ? card.steps[0]?.list.input : undefined;
  };
  expect(inputRate(0, 29)).toBe(135_000_000_000n);
  expect(inputRate(0, 30)).toBe(270_000_000_000n);
});

test('Azure is not taken for OpenAI', () => {
  const card = createPriceBook().resolve({
    provider: 'azure.ai.openai',
    model: 'gpt-4o',
    atMs: Date.UTC(2026, 10, 22),
  });
  expect(card).toMatchObject({ kind: 'card', id: expect.stringContaining('/azure/') });
});

test('a stream of made-up model names is answered and forgotten', () => {
  const book = createPriceBook();
  for (let index = 0; index < 25_000; index += 1) {
    expect(book.resolve({ provider: 'x', model: `m${index}`, atMs: 0 }).kind).toBe('unpriced');
  }
});
