/**
 * How an exchange ended.
 * - `ok`: the provider answered and the answer was complete
 * - `error`: the provider or the network failed
 * - `aborted`: the application gave up before the end; what was generated is still billed
 * - `refused`: the provider declined to serve (429, 503 and 529 overload): nothing was generated
 */
export const CALL_STATUSES = ['ok', 'error', 'aborted', 'refused'] as const;

export type CallStatus = (typeof CALL_STATUSES)[number];
