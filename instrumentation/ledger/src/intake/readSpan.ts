/**
 * An attribute as it came; `null` is a value no label or count can be read from (array, map, bytes, empty). Of the one list
 * that is wanted, the texts, joined.
 */
export type AttributeValue = string | number | bigint | boolean | null;
export type Attributes = ReadonlyMap<string, AttributeValue>;

/** What the ledger reads of an OTLP span, whichever encoding brought it. Ids are empty where they cannot be right. */
export interface ReadSpan {
  readonly traceId: Buffer;
  readonly spanId: Buffer;
  readonly parentSpanId: Buffer;
  readonly startNs: bigint;
  readonly endNs: bigint;
  /** Span status ERROR. */
  readonly failed: boolean;
  readonly attributes: Attributes;
  readonly resource: Attributes;
}

/** Decides by instrumentation scope what is read; spans nobody takes are counted by scope name, not decoded further. */
export interface SpanSink {
  takerOf(scope: string): ((span: ReadSpan) => void) | undefined;
  passedOver(scope: string, spans: number): void;
}
