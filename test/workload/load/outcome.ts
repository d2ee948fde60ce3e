/** How one call ended, as the client saw it. */
export type Outcome = 'ok' | 'aborted' | 'failed';
