/**
 * The provider of sums by tenant from a time when the books did not keep it and of which no single call is left. A call that
 * names no provider has the empty one.
 */
export const UNKNOWN_PROVIDER = 'unspecified';
