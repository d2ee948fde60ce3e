import fc from 'fast-check';
import { QuotaPurse } from './quotaPurse.ts';

const FAR = 10 ** 12;

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('call' as const), amount: fc.bigInt(1n, 60n) }) },
  // Of what was reserved, this share was spent.
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('end' as const), which: fc.nat(50), share: fc.bigInt(0n, 100n) }),
  },
  // The ledger looks at its books, and the answer arrives later.
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('look' as const), tookMs: fc.nat(900) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(20_000) }) }
);

test('never spends more than the quota, whenever the ledger hears of it within half a minute', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 120 }), fc.nat(29_000), (steps, delayMs) => {
      let now = 1_000_000;
      const limit = 120n;
      const spends: { readonly atMs: number; readonly amount: bigint }[] = [];
      const held: bigint[] = [];
      const purse = new QuotaPurse('feature search', () => now);
      const booked = () =>
        spends.filter(({ atMs }) => atMs + delayMs <= now).reduce((sum, { amount }) => sum + amount, 0n);
      purse.answered([{ limit, spent: 0n, untilMs: FAR }], now);
      for (const one of steps) {
        if (one.kind === 'wait') {
          now += one.ms;
        } else if (one.kind === 'look') {
          const [askedMs, spent] = [now, booked()];
          now += one.tookMs;
          purse.answered([{ limit, spent, untilMs: FAR }], askedMs);
        } else if (one.kind === 'call' && purse.left >= one.amount) {
          purse.hold(one.amount);
          held.push(one.amount);
        } else if (one.kind === 'call') {
          refused += 1;
        } else if (held.length > 0) {
          const [amount = 0n] = held.splice(one.which % held.length, 1);
          const spent = (amount * one.share) / 100n;
          purse.settle(amount, spent);
          spends.push({ atMs: now, amount: spent });
        }
        const total =
          spends.reduce((sum, { amount }) => sum + amount, 0n) + held.reduce((sum, amount) => sum + amount, 0n);
        expect(total <= limit).toBe(true);
      }
    }),
    { numRuns: 300 }
  );
  expect(refused).toBeGreaterThan(100);
});

test('an answer counts for a minute, is fresh for ten seconds, and neither past its period', () => {
  let now = 1_000_000;
  const purse = new QuotaPurse('tenant acme', () => now);
  expect([purse.isKnown, purse.isFresh, purse.isLimited]).toEqual([false, false, false]);
  purse.answered([{ limit: 5n, spent: 1n, untilMs: now + 70_000 }], now);
  now += 9_999;
  expect([purse.isKnown, purse.isFresh, purse.isLimited]).toEqual([true, true, true]);
  now += 1;
  expect([purse.isKnown, purse.isFresh]).toEqual([true, false]);
  now += 50_000;
  expect(purse.isKnown).toBe(false);
  purse.answered([{ limit: 5n, spent: 1n, untilMs: now + 10 }], now);
  now += 10;
  expect(purse.isKnown).toBe(false);
});

test('of a day’s and a month’s quota the one with the least left decides; what is spent is given back once the ledger has it', () => {
  let now = 1_000_000;
  const purse = new QuotaPurse('tenant acme', () => now);
  const [day, month] = [
    { limit: 50n, spent: 10n, untilMs: FAR },
    { limit: 1_000n, spent: 980n, untilMs: FAR },
  ];
  purse.answered([day, month], now);
  purse.hold(5n);
  expect(purse).toMatchObject({ ceiling: 1_000n, spent: 980n, reserved: 5n, left: 15n, quota: 'tenant acme' });
  purse.settle(5n, 3n);
  expect(purse).toMatchObject({ spent: 983n, reserved: 0n, left: 17n });
  now += 20_000;
  purse.answered([day, { ...month, spent: 983n }], now);
  expect(purse.left).toBe(14n);
  now += 20_000;
  purse.answered([day, { ...month, spent: 983n }], now);
  expect(purse.left).toBe(17n);
});
