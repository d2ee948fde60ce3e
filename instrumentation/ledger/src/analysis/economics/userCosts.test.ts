import type { EconomicDay } from './economicDay.ts';
import { userCosts, type CountedUsers } from './userCosts.ts';

const USD = 1_000_000_000n;
const days = (users: Readonly<Record<number, bigint>> = {}): EconomicDay[] =>
  Array.from({ length: 60 }, (_, day) => ({
    ...{ day, inferenceNanoUsd: 40n * USD, otherNanoUsd: 1n * USD, requests: 100n, units: new Map() },
    ...{ valueNanoUsd: undefined, users: users[day], isGap: false },
  }));
const period = { from: 30, to: 59 };
const month = { from: 10, to: 39 };
const counted = (from: number, to: number, users: bigint, more: Partial<CountedUsers> = {}): CountedUsers => ({
  ...{ from, to, users, isAtLeast: false, calls: 84n, allCalls: 100n, ...more },
});

test('the month so far and the month before, by whom calls say they are for', () => {
  const found = userCosts(days(), period, month, {
    current: counted(40, 59, 205n, { isAtLeast: true }),
    lastMonth: counted(10, 39, 410n),
  });
  expect(found).toEqual({
    current: {
      ...{ source: 'records', from: 40, to: 59, users: 205n, isAtLeast: true },
      ...{ nanoUsd: 20n * 41n * USD, calls: { known: 84n, all: 100n } },
    },
    lastMonth: {
      ...{ source: 'records', from: 10, to: 39, users: 410n, isAtLeast: false },
      ...{ nanoUsd: 30n * 41n * USD, calls: { known: 84n, all: 100n } },
    },
  });
});

test('an outside source wins, also where it has nothing of a month', () => {
  const found = userCosts(days({ 58: 410n }), period, month, {
    current: counted(40, 59, 205n),
    lastMonth: counted(10, 39, 410n),
  });
  expect(found).toEqual({
    current: {
      ...{ source: 'outside', from: 29, to: 58, users: 410n, isAtLeast: false },
      ...{ nanoUsd: 30n * 41n * USD, calls: undefined },
    },
    lastMonth: undefined,
  });
  const both = userCosts(days({ 38: 100n, 58: 410n }), period, month, { current: undefined, lastMonth: undefined });
  expect(both.lastMonth).toMatchObject({ from: 9, to: 38, users: 100n });
});

test('where nobody counted, or calls name nobody, it is not known', () => {
  const unknown = { current: undefined, lastMonth: undefined };
  expect(userCosts(days(), period, month, unknown)).toEqual(unknown);
  expect(userCosts(days(), period, month, { current: counted(40, 59, 0n), lastMonth: undefined })).toEqual(unknown);
});
