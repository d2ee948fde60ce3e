/** What undici's diagnostics channels hand over as `request`: the parts used here, alike in undici 6, 7 and 8. */
export interface UndiciRequest {
  readonly origin: unknown;
  readonly path: string;
  readonly method: string;
  /** A flat list of names and values. */
  readonly headers: unknown;
  readonly upgrade?: unknown;
  onBodySent?: (chunk: Uint8Array) => unknown;
  onData?: (chunk: Uint8Array) => unknown;
}
