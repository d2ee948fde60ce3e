/** When a provider took a batch and when it was done with it: ms since the epoch. Their difference is the turnaround. */
export interface BatchTimes {
  readonly submittedMs: number | undefined;
  readonly finishedMs: number;
}
