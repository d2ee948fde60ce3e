/** Body and headers of a refusal or failure, as the real API shapes them. */
export interface FailureReply {
  readonly body: object;
  readonly headers: Record<string, string>;
}
