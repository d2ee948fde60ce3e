import type { Attributes } from './readSpan.ts';

/** What the ledger reads of a data point of an OTLP sum, whichever encoding brought it. */
export interface ReadPoint {
  readonly metric: string;
  readonly scope: string;
  /** 1 delta, 2 cumulative; everything else is unspecified. */
  readonly temporality: number;
  readonly isMonotonic: boolean;
  readonly startNs: bigint;
  readonly timeNs: bigint;
  /** null where the point has none. */
  readonly value: number | bigint | null;
  /** All of them: a point is told from others by each. */
  readonly attributes: Attributes;
  readonly resource: Attributes;
}

/** Decides by the name of a metric what is read; the points of others, and what is no sum, are counted. */
export interface PointSink {
  isWanted(metric: string): boolean;
  take(point: ReadPoint): void;
  passedOver(points: number): void;
}
