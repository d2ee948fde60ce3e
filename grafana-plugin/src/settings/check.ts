/** What a test found: green, or the reason. */
export interface Check {
  readonly what: string;
  readonly ok: boolean;
  readonly words: string;
}
