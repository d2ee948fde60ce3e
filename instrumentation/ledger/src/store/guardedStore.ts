import type { Store } from './store.ts';

/** The store as long as there is no reason against writing; then it takes nothing more, and reading goes on. */
export function guardedStore(store: Store, refusal: () => string | undefined): Store {
  const unlessRefused =
    <Arguments extends readonly unknown[]>(write: (...given: Arguments) => Promise<void>) =>
    async (...given: Arguments): Promise<void> => {
      const message = refusal();
      if (message !== undefined) {
        throw new Error(message);
      }
      return write(...given);
    };
  const unavailable = () => {
    const message = refusal();
    return message === undefined ? undefined : ({ kind: 'unavailable', message } as const);
  };
  return {
    ...store,
    append: async (body) => unavailable() ?? store.append(body),
    record: async (entry) => unavailable() ?? store.record(entry),
    close: unlessRefused(store.close),
    read: unlessRefused(store.read),
    keepAnomalies: unlessRefused(store.keepAnomalies),
    prune: unlessRefused(store.prune),
    probe: unlessRefused(store.probe),
  };
}
