import { parsePriceOverlay } from '@ai-finops/instrumentation/pricing';
import { isSelfHosted } from './isSelfHosted.ts';

const ratesPerMillion = { input: '0.1', output: '0.3' };
const overlay = parsePriceOverlay({
  selfHosted: [{ provider: 'vllm', model: 'qwen', from: '2026-11-01', ratesPerMillion }],
  contracts: [{ provider: 'openai', model: 'ft:mine', from: '2026-01-01', ratesPerMillion }],
});
const cell = (provider: string, model: string, day = '2026-11-02', costNanoUsd = 1n) => ({
  ...{ provider, model, day, costNanoUsd },
});

test('all that cost something has to be of a model one runs oneself, in the days of its rate', () => {
  expect(isSelfHosted([cell('vllm', 'qwen'), cell('vllm', 'other', '2026-11-02', 0n)], overlay)).toBe(true);
  expect(isSelfHosted([cell('vllm', 'qwen'), cell('vllm', 'other')], overlay)).toBe(false);
  expect(isSelfHosted([cell('vllm', 'qwen', '2026-10-31')], overlay)).toBe(false);
  expect(isSelfHosted([cell('openai', 'ft:mine')], overlay)).toBe(false);
  expect(isSelfHosted([cell('vllm', 'qwen', '2026-11-02', 0n)], overlay)).toBe(false);
});
