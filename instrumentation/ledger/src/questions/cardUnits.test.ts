import { createPriceBook, parsePriceOverlay } from '@ai-finops/instrumentation/pricing';
import { parseDay } from '../store/parseDay.ts';
import { cardUnits } from './cardUnits.ts';

const day = (text: string) => parseDay(text) ?? NaN;
const large = { provider: 'openai', model: 'gpt-5.4', serviceTier: 'default' };

test('units of a card: short and long inputs, tiers, and nothing where there is no card or no rate', () => {
  const units = cardUnits(createPriceBook());
  const on = day('2026-11-01');
  expect(units(large, 'input', on)).toEqual({ low: 2.5e-6, high: 5e-6 });
  expect(units(large, 'output', on)).toEqual({ low: 15e-6, high: 22.5e-6 });
  expect(units({ ...large, serviceTier: 'batch' }, 'input', on)).toEqual({ low: 1.25e-6, high: 2.5e-6 });
  expect(units({ ...large, model: 'gpt-5-mini' }, 'cache_read', on)).toEqual({ low: 0.025e-6, high: 0.025e-6 });
  expect(units({ ...large, model: 'nobody-knows' }, 'input', on)).toBeUndefined();
  expect(units({ ...large, serviceTier: 'unheard' }, 'input', on)).toBeUndefined();
  expect(units(large, 'provider_total', on)).toBeUndefined();
});

test('a contract is in from its day on', () => {
  const contracts = [{ provider: 'openai', discountPercent: '8', from: '2026-10-01' }];
  const units = cardUnits(createPriceBook(parsePriceOverlay({ contracts })));
  expect(units(large, 'input', day('2026-09-30'))?.low).toBeCloseTo(2.5e-6, 15);
  expect(units(large, 'input', day('2026-10-01'))?.low).toBeCloseTo(2.3e-6, 15);
});
