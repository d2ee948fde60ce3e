import type { SpanAttributes } from './spanAttributes.ts';

/**
 * An attribute as it came; `null` is a value no label or count can be read from (array, map, bytes, empty). Of the one list
 * that is wanted, the texts, joined.
 */
export type AttributeValue = string | number | bigint | boolean | null;
export type Attributes = ReadonlyMap<string, AttributeValue>;

/** What the ledger reads of an OTLP span, whichever encoding brought it. */
export interface ReadSpan {
  /** Trace id and span id, 24 bytes that may be kept; undefined where one of them is no id. */
  readonly key: Buffer | undefined;
  /** Bytes that may be kept; null where there is none, or what is no id. */
  readonly parentSpanId: Buffer | null;
  /** µs since the epoch. */
  readonly startUs: number;
  readonly endUs: number;
  /** Span status ERROR. */
  readonly failed: boolean;
  /** Of this span only until `take` returns: the next one's are put in their place. */
  readonly attributes: SpanAttributes;
  readonly resource: SpanAttributes;
}

/** Decides by instrumentation scope what is read; spans nobody takes are counted by scope name, not decoded further. */
export interface SpanSink {
  takerOf(scope: string): ((span: ReadSpan) => void) | undefined;
  passedOver(scope: string, spans: number): void;
}
