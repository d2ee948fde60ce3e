/** What a request says about its cost, before it is sent. */
export interface PlannedCall {
  readonly model: string;
  /** Bytes of the request's body. */
  readonly bytes: number;
  /** The most output tokens the request allows; undefined where it sets no bound. */
  readonly maxOutputTokens: number | undefined;
  /** The tier asked for, where it may cost more than the standard one. */
  readonly serviceTier: string | undefined;
}
