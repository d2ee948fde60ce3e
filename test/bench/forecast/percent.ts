/** A share of one in per cent, with one decimal: 0.0753 is `7.5`. */
export const percent = (share: number): string => (100 * share).toFixed(1);
