/** What happened at the demo company, in days from the last day of the story (0): what the analyses have to find. */
export const STORY = {
  /** OpenAI's contract starts: a discount on everything. */
  contract: -60,
  contractDiscountPercent: '8',
  /** The weekly digest moves to batches, at half the price. */
  digestBatch: -52,
  /** What its editors said of it before; since then it is below its bar of 0.80. */
  digestQualityBefore: 0.86,
  /** Code review is launched, and ramps up over two weeks. */
  launch: -45,
  /** Ticket tagging moves from gpt-5.4 to gpt-5-mini, over five days. */
  routing: -33,
  routingDays: 5,
  /** The search prompt gets a cacheable prefix: about 30 % less a call. */
  caching: -19,
  /** A deployment with too short a time-out makes the assistant ask again and again. */
  stormFirst: -6,
  stormLast: -5,
} as const;
