/** @throws RangeError naming the first amount that is none: below 0, not finite, or 0 where something is divided by it */
export function checkAmounts(amounts: object, above0: readonly string[] = []): void {
  for (const [name, amount] of Object.entries(amounts) as [string, number][]) {
    const least = above0.includes(name) ? 'above 0' : 'of 0 or more';
    if (!(amount >= 0 && amount < Infinity) || (amount === 0 && above0.includes(name))) {
      throw new RangeError(`${name}: give a number ${least}, not ${amount}`);
    }
  }
}
