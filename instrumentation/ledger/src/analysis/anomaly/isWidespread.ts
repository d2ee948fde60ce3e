/** Half an alarm counts as moving. */
const MOVING = 2;
const LEAST_FEATURES = 5;
const LEAST_SHARE = 0.2;

/**
 * Whether a day moved so many features one way that it is one story (a holiday, a provider that was down) and not theirs:
 * at least 5 of them, and a fifth.
 *
 * @param scores of each feature's day
 * @param sign of the alarms in question: 1 or −1
 */
export function isWidespread(scores: readonly number[], sign: number): boolean {
  const moving = scores.filter((score) => score * sign >= MOVING).length;
  return moving >= Math.max(LEAST_FEATURES, scores.length * LEAST_SHARE);
}
