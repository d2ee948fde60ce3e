/** What the tap could not do, counted since start-up. */
export interface CaptureHealth {
  /** Failures of our own code in a channel handler: swallowed, and a defect. */
  handlerErrors: number;
  /** The last of them, for a bug report; it holds no application data. */
  lastHandlerError: unknown;
  /** Calls to provider hosts by ways the tap cannot read, by `host|transport`. */
  readonly uncaptured: Map<string, number>;
}

/** The counts of this process. */
export const captureHealth: CaptureHealth = { handlerErrors: 0, lastHandlerError: undefined, uncaptured: new Map() };
