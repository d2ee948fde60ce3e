import type { Block } from './measureBlock.ts';

/** What `inSitu.ts` prints. */
export interface InSituResult {
  /** Scenario -> arm (base, tap, control, peer) -> block by round. */
  readonly blocks: Readonly<Record<string, Readonly<Record<string, readonly Block[]>>>>;
  /** CPU of sending, microseconds per record, by arm. */
  readonly flushes: Readonly<Record<string, readonly number[]>>;
  readonly handlerErrors: number;
}
