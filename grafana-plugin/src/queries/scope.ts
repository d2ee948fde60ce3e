/** What a question is about. No environment means all of them. */
export interface Scope {
  readonly environment?: string | undefined;
}
