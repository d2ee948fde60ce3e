import { AsyncLocalStorage } from 'node:async_hooks';
import type { Attribution } from './attribution.ts';

const KEY = Symbol.for('ai-finops.attribution.v1');

/** One storage for the whole process: another copy of this package must see what this one sets. */
export const attributionStorage: AsyncLocalStorage<Attribution> = shared();

function shared(): AsyncLocalStorage<Attribution> {
  const slots = globalThis as { [KEY]?: AsyncLocalStorage<Attribution> };
  return (slots[KEY] ??= new AsyncLocalStorage<Attribution>());
}
