/** A signed month, as the ledger keeps it. */
export interface Signoff {
  readonly id: string;
  readonly version: number;
  readonly state: 'signed' | 'reopened';
  readonly at: string;
  readonly by: { readonly name: string };
  readonly note?: string | null;
  readonly record: {
    readonly month: string;
    readonly provider: string;
    readonly name: string;
    readonly note?: string;
    /** Nano-USD as text: what was signed. Signatures of before they were kept have none. */
    readonly billNanoUsd?: string;
    readonly estimateNanoUsd?: string;
  };
}
