/** What the Overview breaks cost down by: labels that every daily cost series carries. */
export const DIMENSIONS = ['feature', 'team', 'request_type'] as const;

export type Dimension = (typeof DIMENSIONS)[number];
