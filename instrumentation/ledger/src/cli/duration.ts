import { InvalidArgumentError } from 'commander';

const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * @example duration('2h') // => 7_200_000
 * @throws InvalidArgumentError
 */
export function duration(text: string): number {
  const [, amount = '', unit = ''] = /^(\d{1,6})(s|m|h|d)$/.exec(text) ?? [];
  const unitMs = UNIT_MS[unit];
  if (unitMs === undefined) {
    throw new InvalidArgumentError('Give a duration such as 30m or 2h.');
  }
  return Number(amount) * unitMs;
}
