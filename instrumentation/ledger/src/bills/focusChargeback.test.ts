import fc from 'fast-check';
import type { BillLine, ChargeCategory } from '../analysis/reconciliation/billLine.ts';
import { focusBreaches, readFocusCsv } from '../exports/focusCsv.fixture.ts';
import { chargeBack } from './chargeBack.ts';
import { chargedShares } from './chargedShares.ts';
import { focusChargeback } from './focusChargeback.ts';
import { roundToCents } from './roundToCents.ts';

const line = (
  provider: string,
  nano: bigint,
  category: ChargeCategory = 'usage',
  effectiveNanoUsd = nano
): BillLine => ({
  day: '2026-09-01',
  provider,
  description: 'x',
  category,
  effectiveNanoUsd,
  billedNanoUsd: nano,
});
const cents = (text: string | null | undefined) => BigInt(String(text).replace('.', ''));

test('a row for each provider, kind of charge and name, in cents that add up where the bill has them', () => {
  const bills = [
    { provider: 'openai', lines: [line('openai', 1_006_000_000n), line('openai', 104_000_000n, 'tax', 0n)] },
    { provider: 'anthropic', lines: [line('anthropic', -5_000_000_000n, 'credit', 0n)] },
    { provider: 'mistral_ai', lines: [line('mistral_ai', 70_000_000n)] },
  ];
  const weights = [
    { provider: 'openai', name: 'chat', nanoUsd: 2n, listNanoUsd: 2n },
    { provider: 'openai', name: 'se"arch, x', nanoUsd: 1n, listNanoUsd: 1n },
    { provider: 'anthropic', name: 'chat', nanoUsd: 9n, listNanoUsd: 9n },
  ];
  const csv = readFocusCsv(focusChargeback('2026-09', 'feature', chargedShares(bills, weights)));
  expect(focusBreaches(csv)).toEqual([]);
  const shown = csv.rows.map((row) => [
    row['ProviderName'],
    row['ChargeCategory'],
    row['x_Feature'],
    row['BilledCost'],
    row['EffectiveCost'],
  ]);
  expect(shown).toEqual([
    ['openai', 'Tax', 'chat', '0.07', '0.00'],
    ['openai', 'Tax', 'se"arch, x', '0.03', '0.00'],
    ['openai', 'Usage', 'chat', '0.67', '0.67'],
    ['openai', 'Usage', 'se"arch, x', '0.34', '0.34'],
    ['anthropic', 'Credit', 'chat', '-5.00', '0.00'],
    ['mistral_ai', 'Usage', 'unallocated', '0.07', '0.07'],
  ]);
  expect(csv.rows[0]).toMatchObject({
    BillingPeriodStart: '2026-09-01T00:00:00Z',
    BillingPeriodEnd: '2026-10-01T00:00:00Z',
    Tags: '{"feature":"chat"}',
  });
});

test('what is paid in advance is shared by cost at list: the calls it covers cost nothing by themselves', () => {
  const bills = [{ provider: 'openai', lines: [line('openai', 10n ** 10n), line('openai', 10n ** 12n, 'purchase')] }];
  const weights = [
    { provider: 'openai', name: 'reserved', nanoUsd: 0n, listNanoUsd: 9n },
    { provider: 'openai', name: 'by the call', nanoUsd: 5n, listNanoUsd: 1n },
  ];
  expect(chargedShares(bills, weights).map(({ category, name, billedCents }) => [category, name, billedCents])).toEqual(
    [
      ['purchase', 'by the call', 10_000n],
      ['purchase', 'reserved', 90_000n],
      ['usage', 'by the call', 1_000n],
    ]
  );
});

test('whatever was billed and booked, shares add up to each bill to the cent, as the API has them', () => {
  const providers = ['openai', 'anthropic'] as const;
  const money = fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n });
  const anyLine = fc.record({
    provider: fc.constantFrom(...providers),
    nano: money,
    effective: money,
    category: fc.constantFrom('usage', 'purchase', 'tax', 'credit', 'adjustment'),
  });
  const weight = fc.record({
    provider: fc.constantFrom(...providers),
    name: fc.constantFrom('a', 'b', 'c', 'unallocated'),
    nanoUsd: fc.bigInt({ min: -5n, max: 10n ** 12n }),
    listNanoUsd: fc.bigInt({ min: -5n, max: 10n ** 12n }),
  });
  const weightsOf = fc.uniqueArray(weight, { selector: (one) => `${one.provider} ${one.name}`, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 20 }), weightsOf, fc.boolean(), (lines, weights, isTenant) => {
      const bills = providers.map((provider) => ({
        provider,
        lines: lines
          .filter((one) => one.provider === provider)
          .map(({ nano, category, effective }) => line(provider, nano, category, effective)),
      }));
      // Of tenants the books may know no provider, and a name once.
      const own = isTenant
        ? weights.filter((one) => one.provider === 'openai').map((one) => ({ ...one, provider: undefined }))
        : weights;
      const shares = chargedShares(bills, own);
      const csv = readFocusCsv(focusChargeback('2026-09', 'feature', shares));
      expect(focusBreaches(csv)).toEqual([]);
      for (const { provider, lines: charged } of bills) {
        const sum = (id: string) =>
          csv.rows.reduce((all, row) => (row['ProviderName'] === provider ? all + cents(row[id]) : all), 0n);
        expect(sum('BilledCost')).toBe(roundToCents(charged.reduce((all, one) => all + one.billedNanoUsd, 0n)));
        expect(sum('EffectiveCost')).toBe(roundToCents(charged.reduce((all, one) => all + one.effectiveNanoUsd, 0n)));
      }
      const total = csv.rows.reduce((all, row) => all + cents(row['BilledCost']), 0n);
      const asked = chargeBack(bills, own);
      expect([asked.billCents, asked.shares.reduce((all, one) => all + one.cents, 0n)]).toEqual([total, total]);
    }),
    { numRuns: 100 }
  );
});
