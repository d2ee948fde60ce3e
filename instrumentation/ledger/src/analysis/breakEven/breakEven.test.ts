import fc from 'fast-check';
import { fineTuningBreakEven } from './fineTuningBreakEven.ts';
import { selfHostingBreakEven, type SelfHosting } from './selfHostingBreakEven.ts';
import { sizeCommitment } from './sizeCommitment.ts';

/** Whole hundredths of a cent: amounts too small to be money say nothing. */
const usd = (max = 1e6) => fc.integer({ min: 0, max: max * 1e4 }).map((parts) => parts / 1e4);
const use = fc.tuple(usd(), usd(), usd()).map((sides) => {
  const [low = 0, middle = 0, high = 0] = sides.toSorted((a, b) => a - b);
  return { low, middle, high };
});
const terms = fc.record({ usdPerMonth: usd(), discount: fc.double({ min: 0, max: 0.9, noNaN: true }) });

describe('a commitment', () => {
  test('as worked in its comment', () => {
    const sized = sizeCommitment(
      { low: 40_000, middle: 52_000, high: 60_000 },
      { usdPerMonth: 45_000, discount: 0.135 }
    );
    expect(sized.breakEven).toBe(45_000);
    expect(sized.saved).toEqual({ low: -5_000, middle: 7_000, high: expect.closeTo(8_100, 6) });
    expect(sized.idle).toEqual({ low: expect.closeTo(10_400, 6), middle: expect.closeTo(20, 6), high: 0 });
    expect(sized.fits).toEqual({
      low: expect.closeTo(34_600, 6),
      middle: expect.closeTo(44_980, 6),
      high: expect.closeTo(51_900, 6),
    });
  });

  test('whatever the terms: it loses just below break-even, never more than it commits, and wins at most its discount', () => {
    fc.assert(
      fc.property(use, terms, (of, agreed) => {
        const { breakEven, usedUp, saved, idle, fits } = sizeCommitment(of, agreed);
        for (const side of ['low', 'middle', 'high'] as const) {
          expect(saved[side] >= 0).toBe(of[side] >= breakEven);
          expect(saved[side]).toBeGreaterThanOrEqual(-agreed.usdPerMonth);
          expect(saved[side]).toBeLessThanOrEqual(of[side] * agreed.discount + 1e-6);
          expect(idle[side] > 1e-6).toBe(of[side] * (1 - agreed.discount) < agreed.usdPerMonth - 1e-6);
        }
        expect(usedUp).toBeGreaterThanOrEqual(breakEven);
        // What fits is used up, and saves the whole discount.
        const fitting = sizeCommitment(of, { ...agreed, usdPerMonth: fits.middle });
        expect(fitting.saved.middle).toBeCloseTo(of.middle * agreed.discount, 6);
        expect(fitting.idle.middle).toBe(0);
      })
    );
  });
});

describe('fine-tuning', () => {
  const worked = {
    ...{ callsPerMonth: 400_000, usdPerCall: 0.004, tunedUsdPerCall: 0.001 },
    ...{ trainingUsd: 4_500, keepingUsdPerMonth: 300 },
  };

  test('as worked in its comment; never, where a tuned call costs as much', () => {
    expect(fineTuningBreakEven(worked)).toEqual({
      savedPerMonth: expect.closeTo(900, 6),
      months: expect.closeTo(5, 9),
      callsForAYear: expect.closeTo(225_000, 3),
    });
    expect(fineTuningBreakEven({ ...worked, tunedUsdPerCall: 0.004 })).toEqual({
      ...{ savedPerMonth: -300, months: null, callsForAYear: null },
    });
    expect(fineTuningBreakEven({ ...worked, callsPerMonth: 100_000 }).months).toBeNull();
  });

  test('the calls that pay it back in a year do', () => {
    fc.assert(
      fc.property(usd(1), usd(1), usd(), usd(), (now, tuned, trainingUsd, keepingUsdPerMonth) => {
        fc.pre(now - tuned > 1e-6 && trainingUsd > 1);
        const rest = { usdPerCall: now, tunedUsdPerCall: tuned, trainingUsd, keepingUsdPerMonth };
        const { callsForAYear } = fineTuningBreakEven({ ...rest, callsPerMonth: 0 });
        const { months } = fineTuningBreakEven({ ...rest, callsPerMonth: callsForAYear ?? 0 });
        expect((months ?? 0) / 12).toBeCloseTo(1, 3);
      })
    );
  });
});

describe('self-hosting', () => {
  const worked: SelfHosting = {
    ...{ millionTokens: 2_000, usdPerMillion: 3, usdPerHour: 2.5, tokensPerSecond: 1_500, busyShare: 0.5 },
    ...{ leastMachines: 1, otherUsdPerMonth: 6_000 },
  };

  test('as worked in its comment; never, where a machine costs more than its tokens', () => {
    expect(selfHostingBreakEven(worked)).toEqual({
      ...{ machines: 2, hostedUsd: 9_650, providerUsd: 6_000, hostedUsdPerMillion: 4.825 },
      breakEvenMillions: expect.closeTo(3_216.667, 3),
    });
    expect(selfHostingBreakEven({ ...worked, usdPerMillion: 0.5 }).breakEvenMillions).toBeNull();
    expect(selfHostingBreakEven({ ...worked, millionTokens: 0 })).toMatchObject({
      machines: 1,
      hostedUsdPerMillion: null,
    });
  });

  test('at break-even both cost the same, and nothing below it is cheaper hosted', () => {
    const any = fc.record({
      ...{ usdPerMillion: fc.double({ min: 0.1, max: 30, noNaN: true }), usdPerHour: usd(20) },
      ...{
        tokensPerSecond: fc.integer({ min: 50, max: 5_000 }),
        busyShare: fc.double({ min: 0.05, max: 1, noNaN: true }),
      },
      ...{ leastMachines: fc.integer({ min: 1, max: 4 }), otherUsdPerMonth: usd(30_000) },
    });
    fc.assert(
      fc.property(any, fc.double({ min: 0, max: 0.999, noNaN: true }), (rest, part) => {
        const { breakEvenMillions } = selfHostingBreakEven({ ...rest, millionTokens: 0 });
        fc.pre(breakEvenMillions !== null && breakEvenMillions > 0);
        const at = selfHostingBreakEven({ ...rest, millionTokens: breakEvenMillions ?? 0 });
        expect(at.hostedUsd / at.providerUsd).toBeCloseTo(1, 6);
        const below = selfHostingBreakEven({ ...rest, millionTokens: part * (breakEvenMillions ?? 0) });
        expect(below.hostedUsd).toBeGreaterThan(below.providerUsd);
      })
    );
  });
});

test.each([
  [() => sizeCommitment({ low: 2, middle: 1, high: 3 }, { usdPerMonth: 1, discount: 0.1 }), 'low ≤ middle ≤ high'],
  [
    () => sizeCommitment({ low: 1, middle: 1, high: 1 }, { usdPerMonth: 1, discount: 1 }),
    'discount: give a share below 1, not 1',
  ],
  [
    () => sizeCommitment({ low: 1, middle: 1, high: 1 }, { usdPerMonth: -1, discount: 0 }),
    'usdPerMonth: give a number of 0 or more, not -1',
  ],
  [
    () =>
      fineTuningBreakEven({
        callsPerMonth: NaN,
        usdPerCall: 1,
        tunedUsdPerCall: 1,
        trainingUsd: 1,
        keepingUsdPerMonth: 1,
      }),
    'callsPerMonth',
  ],
  [
    () =>
      selfHostingBreakEven({
        millionTokens: 1,
        usdPerMillion: 1,
        usdPerHour: 1,
        tokensPerSecond: 0,
        busyShare: 1,
        leastMachines: 1,
        otherUsdPerMonth: 1,
      }),
    'tokensPerSecond: give a number above 0, not 0',
  ],
  [
    () =>
      selfHostingBreakEven({
        millionTokens: 1,
        usdPerMillion: 1,
        usdPerHour: 1,
        tokensPerSecond: 1,
        busyShare: 1.5,
        leastMachines: 1,
        otherUsdPerMonth: 1,
      }),
    'busyShare: give a share of at most 1',
  ],
])('what cannot be is refused by name: %#', (size, words) => {
  expect(size).toThrow(RangeError);
  expect(size).toThrow(words);
});
