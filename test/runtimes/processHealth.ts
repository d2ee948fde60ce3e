/** What a thread or process said when it ended: see apps/reportHealth.cjs. */
export interface ProcessHealth {
  readonly isRunning: boolean;
  readonly recorded?: number;
  readonly delivered?: number;
  readonly pending?: number;
  readonly handlerErrors?: number;
  readonly lastHandlerError?: string;
  /** `host|transport` and how many calls. */
  readonly uncaptured: readonly (readonly [kind: string, calls: number])[];
  readonly warnings: readonly string[];
}
