import type { z } from 'zod';

/** What can be done to a record that is there. */
export interface RecordAction {
  /** The states it may be done in. */
  readonly from: readonly string[];
  /** The state after it; the same as before where it is left out. */
  readonly to?: string;
  /** Whether it may change what the record says. */
  readonly mayChange?: true;
  /** Whether it has to say why. */
  readonly needsNote?: true;
}

/** A field that does not go with the others, and why. */
interface RecordFault {
  readonly field: string;
  readonly why: string;
}

/** A kind of record: what it says, and what becomes of it. */
export interface RecordKind {
  /** Its path below `/api/v1`, and its name in the books. */
  readonly name: string;
  readonly says: string;
  readonly fields: z.ZodObject;
  /** The state of a new one. */
  readonly first: string;
  readonly actions: Readonly<Record<string, RecordAction>>;
  /** What is wrong with fields that are each right by themselves. */
  readonly fault?: (content: Readonly<Record<string, unknown>>) => RecordFault | undefined;
  /** The id, where what the record says makes it one of its kind; it then never changes. */
  readonly idFields?: readonly string[];
}
