import { createPriceBook, parsePriceOverlay, priceCall } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { dayText } from '../store/dayText.ts';
import { parseDay } from '../store/parseDay.ts';
import { priceChanges } from './priceChanges.ts';

const day = (text: string) => parseDay(text) ?? NaN;
const JUNE = { from: day('2025-06-01'), to: day('2025-06-30') };

test('the day a list price fell, and what it was', async () => {
  const found = await priceChanges(createPriceBook(), [{ provider: 'openai', model: 'o3' }], JUNE);
  expect(found).toMatchObject([{ provider: 'openai', model: 'o3', kind: 'list' }]);
  expect(dayText(found[0]?.day ?? 0)).toBe('2025-06-10');
  expect(found[0]?.components).toContainEqual({ component: 'input', before: '10', now: '2' });
});

test('a contract is told apart from the list, and what nobody changed is none', async () => {
  const overlay = parsePriceOverlay({
    contracts: [{ provider: 'openai', model: 'gpt-4o', from: '2025-06-05', to: '2025-06-09', discountPercent: '20' }],
  });
  const models = ['gpt-4o', 'gpt-4o-mini', 'no-such-model'].map((model) => ({ provider: 'openai', model }));
  const found = await priceChanges(createPriceBook(overlay), models, JUNE);
  expect(found.map((one) => [dayText(one.day), one.model, one.kind])).toEqual([
    ['2025-06-05', 'gpt-4o', 'contract'],
    ['2025-06-09', 'gpt-4o', 'contract'],
  ]);
  expect(found[0]?.components).toContainEqual({ component: 'input', before: '2.5', now: '2' });
  expect(found[1]?.components).toContainEqual({ component: 'input', before: '2', now: '2.5' });
});

const anyContract = fc
  .record({ start: fc.integer({ min: -3, max: 14 }), days: fc.integer({ min: 1, max: 9 }), off: fc.nat(3) })
  .map(({ start, days, off }) => ({
    ...{ provider: 'openai', model: 'gpt-4o', discountPercent: String(off * 10) },
    ...{ from: dayText(JUNE.from + start), to: dayText(JUNE.from + start + days) },
  }));

test('whatever contracts come and go, changes stand on just the days that a call costs otherwise than the day before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyContract, { maxLength: 4 }), async (contracts) => {
      const book = createPriceBook(parsePriceOverlay({ contracts }));
      const costOn = (at: number) => {
        const card = book.resolve({ provider: 'openai', model: 'gpt-4o', atMs: at * 86_400_000 });
        const priced = priceCall({ quantities: { input: 1_000_000 }, card, serviceTier: undefined });
        return priced.kind === 'priced' ? priced.nanoUsd : undefined;
      };
      const days = Array.from({ length: 30 }, (_, index) => JUNE.from + index);
      const found = await priceChanges(book, [{ provider: 'openai', model: 'gpt-4o' }], JUNE);
      expect(found.map((one) => one.day)).toEqual(days.filter((at) => costOn(at) !== costOn(at - 1)));
    }),
    { numRuns: 40 }
  );
});
