import type { SpanIds } from './spanIds.ts';

/** An outcome or a judgement on its way to the ledger. */
export interface WorkRecord {
  readonly ids: SpanIds;
  /** ms since the epoch. */
  readonly atMs: number;
  readonly name: string;
  readonly texts: readonly (readonly [key: string, value: string | undefined])[];
  readonly counts: readonly (readonly [key: string, value: number])[];
  readonly scores: readonly (readonly [key: string, value: number])[];
}
