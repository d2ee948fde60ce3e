/** The margin of one day, nano-USD. */
export interface MarginDay {
  readonly day: number;
  readonly nanoUsd: bigint;
}

export interface Losing {
  /** The first day on which the last seven days lost money, and have since. */
  readonly since: number;
  /** It lost money on every day there is: it may have begun before. */
  readonly isSinceStart: boolean;
  /** What is lost a month at the rate of the last 28 days, or of those since then where they are fewer, nano-USD. */
  readonly nanoUsdPerMonth: bigint;
}

const WINDOW = 7;
/** A loss that grows is told as large as it is: four weeks, so that no weekday counts once more than another. */
const RATE_DAYS = 28;

/**
 * Since when something loses money, if it does now: a week is looked at, so that no weekend makes a loss. Days that are not
 * known are left out on both sides.
 *
 * @param days earliest first
 * @example $0.30 − $0.41 a day since 2 Nov, a profit before: since the day the week up to it turned negative; $0.11 × 365 / 12 a month
 */
export function losing(days: readonly MarginDay[]): Losing | undefined {
  const weekly = days.flatMap(({ day }, index) =>
    index < WINDOW - 1
      ? []
      : [
          {
            day,
            index,
            isLoss: days.slice(index - WINDOW + 1, index + 1).reduce((sum, one) => sum + one.nanoUsd, 0n) < 0n,
          },
        ]
  );
  const profit = weekly.findLastIndex(({ isLoss }) => !isLoss);
  const first = weekly[profit + 1];
  if (first === undefined) {
    return undefined;
  }
  // A loss from the start has its first week, too.
  const isSinceStart = profit === -1;
  const lost = days.slice(isSinceStart ? 0 : first.index);
  const recent = lost.slice(-RATE_DAYS);
  const sum = recent.reduce((total, { nanoUsd }) => total + nanoUsd, 0n);
  const perMonth = (-sum * 365n) / (12n * BigInt(recent.length));
  return { since: lost[0]?.day ?? first.day, isSinceStart, nanoUsdPerMonth: perMonth > 0n ? perMonth : 0n };
}
