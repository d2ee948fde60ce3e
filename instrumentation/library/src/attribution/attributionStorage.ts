import { AsyncLocalStorage } from 'node:async_hooks';
import type { AttributionStore } from './attributionStore.ts';

const KEY = Symbol.for('ai-finops.attribution.v1');

/** One storage for the whole process: another copy of this package must see what this one sets. */
export const attributionStorage: AsyncLocalStorage<AttributionStore> = shared();

function shared(): AsyncLocalStorage<AttributionStore> {
  const slots = globalThis as { [KEY]?: AsyncLocalStorage<AttributionStore> };
  return (slots[KEY] ??= new AsyncLocalStorage<AttributionStore>());
}
