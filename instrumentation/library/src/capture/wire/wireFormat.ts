import type { ReportedUsage } from '../../pricing/index.ts';
import type { FieldTree } from './fieldTree.ts';
import type { PathFacts } from './pathFacts.ts';
import type { ResponseFields } from './responseFields.ts';

/** One provider API as it looks on the wire. Everything the tap knows about it is here, as data. */
export interface WireFormat {
  /** How the URL path ends. */
  readonly pathSuffix: string;
  /** What else is in the path, where the end says too little. */
  readonly pathPart?: string;
  /** The only providers that speak it, where they differ from others at the same path; it then stands before the others. */
  readonly providers?: readonly string[];
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
  /** Whether answers may be something else than JSON (sound, plain text), which then say nothing of usage. */
  readonly isAlsoOpaque?: boolean;
  /** Whether answers are always streams, also those that are one growing JSON array. */
  readonly isStream?: boolean | undefined;
  /** What the path says, without its query. */
  fromPath?(path: string): PathFacts;
  /** Takes what response headers say; `headers` as `header` reads them. */
  fromHeaders?(headers: unknown, fields: ResponseFields): void;
  /** The name by which a model is priced, of what the response calls it. */
  modelName?(name: string): string;
  /** Takes a field that is more than a value of its own; returns whether it did. */
  take?(fields: ResponseFields, field: string, value: string | number): boolean;
  /** Usage in the inclusive terms of the semantic conventions, or undefined where the response reported none. */
  usage(fields: ResponseFields): ReportedUsage | undefined;
  /** Whether the response says that there was more than `usage` can tell. */
  isPartial?(fields: ResponseFields): boolean;
}
