import type { PartKind } from './partKind.ts';

/** One bar of the waterfall. */
export interface ChangePart {
  readonly kind: PartKind;
  /** Nano-USD; the parts of a change add up to it. */
  readonly nanoUsd: bigint;
  /**
   * The segments that bear it, dearest first; they add up to it. Mix is what a segment's changed share costs beyond what
   * an average call costs, so that a cheap model which grows shows as a saving.
   */
  readonly segments: readonly { readonly labels: Readonly<Record<string, string>>; readonly nanoUsd: bigint }[];
  /** What happened, in words: "Retries on gpt-5-mini tripled: +$29 a day". */
  readonly sentence: string;
}
