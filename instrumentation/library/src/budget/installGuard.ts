import { guardFetch, type ProviderOf } from './guardFetch.ts';
import { guardUnguarded } from './guardUnguarded.ts';

/**
 * Puts the guard in place of the global fetch, and returns how to take it away again. Where somebody has wrapped it since,
 * it stays, and does nothing outside a budget.
 */
export function installGuard(providerOf: ProviderOf): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'fetch');
  if (before === undefined || typeof globalThis.fetch !== 'function') {
    return guardUnguarded(providerOf);
  }
  const guarded = guardFetch(globalThis.fetch, providerOf);
  Object.defineProperty(globalThis, 'fetch', {
    value: guarded,
    writable: true,
    configurable: true,
    enumerable: before.enumerable ?? true,
  });
  const stopWatching = guardUnguarded(providerOf);
  return () => {
    stopWatching();
    if (globalThis.fetch === guarded) {
      Object.defineProperty(globalThis, 'fetch', before);
    }
  };
}
