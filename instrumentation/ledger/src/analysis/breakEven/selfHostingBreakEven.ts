import { checkAmounts } from './checkAmounts.ts';

/** A model on machines of one's own in place of a provider's. */
export interface SelfHosting {
  /** Millions of tokens a month, in and out. */
  readonly millionTokens: number;
  /** What a million of them costs at the provider, USD, in the mix there is. */
  readonly usdPerMillion: number;
  /** A machine, USD an hour, day and night. */
  readonly usdPerHour: number;
  /** What one machine does when it is busy. */
  readonly tokensPerSecond: number;
  /** Share of the hours that it can be kept busy: traffic has nights and peaks. Above 0, at most 1. */
  readonly busyShare: number;
  /** Never fewer, to survive the loss of one. */
  readonly leastMachines: number;
  /** People and everything else, USD a month. */
  readonly otherUsdPerMonth: number;
}

export interface SelfHostingBreakEven {
  readonly machines: number;
  /** USD a month. */
  readonly hostedUsd: number;
  readonly providerUsd: number;
  /** What a million tokens costs hosted; null: there are none. */
  readonly hostedUsdPerMillion: number | null;
  /** Millions of tokens a month from which on hosting can be the cheaper one; null: a machine costs more than it does. */
  readonly breakEvenMillions: number | null;
}

const HOURS_A_MONTH = (365 * 24) / 12;

/**
 * Machines = tokens / (tokens a second × busy seconds a month), rounded up. Break-even: the least tokens whose price at
 * the provider pays the machines they need and the rest. A machine of margin = its tokens' price − its cost: so many
 * machines that their margins pay the rest, and tokens that pay just those.
 *
 * Worked: $2.50 an hour is $1,825 a month; 1,500 tokens a second half the time are 1,971 million a month, $5,913 at $3:
 * a margin of $4,088. With $6,000 of people two machines pay, from (2 × 1,825 + 6,000) / 3 = 3,216.7 million tokens on.
 *
 * @throws RangeError naming the number that cannot be
 */
export function selfHostingBreakEven(hosting: SelfHosting): SelfHostingBreakEven {
  checkAmounts(hosting, ['tokensPerSecond', 'busyShare', 'leastMachines', 'usdPerMillion']);
  const { millionTokens, usdPerMillion, usdPerHour, tokensPerSecond, busyShare, otherUsdPerMonth } = hosting;
  if (busyShare > 1) {
    throw new RangeError(`busyShare: give a share of at most 1, not ${busyShare}`);
  }
  const leastMachines = Math.ceil(hosting.leastMachines);
  const capacity = (tokensPerSecond * busyShare * HOURS_A_MONTH * 3_600) / 1e6;
  const machineUsd = usdPerHour * HOURS_A_MONTH;
  const costOf = (count: number) => count * machineUsd + otherUsdPerMonth;
  const machines = Math.max(leastMachines, Math.ceil(millionTokens / capacity));
  const margin = capacity * usdPerMillion - machineUsd;
  const paying = Math.max(leastMachines, Math.ceil(otherUsdPerMonth / margin));
  return {
    machines,
    hostedUsd: costOf(machines),
    providerUsd: millionTokens * usdPerMillion,
    hostedUsdPerMillion: millionTokens > 0 ? costOf(machines) / millionTokens : null,
    breakEvenMillions: margin > 0 ? costOf(paying) / usdPerMillion : null,
  };
}
