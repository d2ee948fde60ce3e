/** The bars between estimate and bill, in the order they are drawn in. */
export const STEPS = [
  'uninstrumented',
  'other_charges',
  'volume',
  'price',
  'commitment',
  'credit',
  'tax',
  'correction',
  'unexplained',
] as const;

export type Step = (typeof STEPS)[number];
