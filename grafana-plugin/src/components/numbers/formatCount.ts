const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A number of things: `182,004`. */
export const formatCount = (count: number): string => WHOLE.format(count);
