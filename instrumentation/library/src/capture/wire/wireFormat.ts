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
  /** The `type` of the event that ends a stream. `data: [DONE]` always does. */
  readonly terminalEvent: string | undefined;
  /** Usage in the inclusive terms of the semantic conventions, or undefined where the response reported none. */
  usage(fields: ResponseFields): ReportedUsage | undefined;
}
