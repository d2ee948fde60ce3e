/** Upper bounds of the buckets of cost per call, nano-USD: nothing, then 1, 2 and 5 of each power from $0.000001 to $100. */
export const COST_BOUNDS: readonly bigint[] = [
  0n,
  ...[3n, 4n, 5n, 6n, 7n, 8n, 9n, 10n].flatMap((power) => [1n, 2n, 5n].map((step) => step * 10n ** power)),
  100_000_000_000n,
];
