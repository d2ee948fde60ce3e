/** What a request's start shares with an earlier request of its kind. Never any of its text. */
export interface PromptPrefix {
  /** Length in bytes of the request as sent, in whole blocks of 256. */
  readonly bytes: number;
  /** 16 hex digits: the same for the same start within this process, and of no use outside it. */
  readonly hash: string;
}
