/**
 * A low-cardinality name of a transport failure, or undefined where the application itself gave up: an AbortSignal
 * (its reason may be anything), a cancelled body, a client's own timeout.
 */
export function networkErrorType(failure: unknown): string | undefined {
  const code: unknown = typeof failure === 'object' && failure !== null && 'code' in failure ? failure.code : undefined;
  if (typeof code !== 'string' || code === 'UND_ERR_ABORTED' || code === 'ABORT_ERR') {
    return undefined;
  }
  return /^[A-Z0-9_]{1,64}$/.test(code) ? code : '_OTHER';
}
