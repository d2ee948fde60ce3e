/** What Google bills for one exchange, as it counts: the prompt with what was cached, the answer without the thoughts. */
export interface GoogleBill {
  readonly prompt: number;
  readonly candidates: number;
  readonly cached?: number | undefined;
  readonly thoughts?: number | undefined;
  readonly toolUse?: number | undefined;
  /** Of the prompt, of what was cached, of the answer. */
  readonly audio?: readonly [prompt: number, cached: number] | undefined;
  readonly imagesOut?: number | undefined;
}
