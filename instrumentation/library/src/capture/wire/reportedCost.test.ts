import fc from 'fast-check';
import { priceByProvider } from '../../pricing/index.ts';
import { reportedCost } from './reportedCost.ts';

it('reads ticks of xAI, ten digits behind the point, without losing any', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (costTicks) => {
      const text = reportedCost('x_ai', { costTicks }) ?? '';
      expect(text).toMatch(/^\d+\.\d{10}$/);
      expect(BigInt(text.replace('.', ''))).toBe(BigInt(costTicks));
    })
  );
  const priced = priceByProvider({ provider: 'x_ai', amount: reportedCost('x_ai', { costTicks: 37756000 }) ?? '' });
  expect(priced).toMatchObject({ kind: 'priced', nanoUsd: 3_775_600n });
});

it('believes only providers known to report what they charged', () => {
  expect(reportedCost('openrouter', { cost: '0.1' })).toBe('0.1');
  expect(reportedCost('perplexity', { cost: '0.1' })).toBe('0.1');
  expect(reportedCost('openai', { cost: '0.1', costTicks: 1 })).toBeUndefined();
  expect(reportedCost('constructor', { cost: '0.1' })).toBeUndefined();
  expect(reportedCost('openrouter', {})).toBeUndefined();
});
