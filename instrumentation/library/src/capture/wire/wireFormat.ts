import type { ReportedUsage } from '../../pricing/index.ts';
import type { FieldTree } from './fieldTree.ts';
import type { ResponseFields } from './responseFields.ts';

/** One provider API as it looks on the wire. Everything the tap knows about it is here, as data. */
export interface WireFormat {
  /** How the URL path ends. */
  readonly pathSuffix: string;
  /** `gen_ai.operation.name`. */
  readonly operation: string;
  /** What to read from a response that is one JSON document. */
  readonly body: FieldTree;
  /** What to read from each event of a stream. */
  readonly event: FieldTree;
  /**
   * Bytes of which an event must have some to say anything new after the first events: a filter that spares the reading of
   * every piece of text. What it lets through is read exactly, so it may let through too much, never too little.
   */
  readonly telling: readonly Buffer[];
  /** The `type`s of events that end a stream. `data: [DONE]` always does. */
  readonly terminalEvents: readonly string[];
  /** Usage in the inclusive terms of the semantic conventions, or undefined where the response reported none. */
  usage(fields: ResponseFields): ReportedUsage | undefined;
}
