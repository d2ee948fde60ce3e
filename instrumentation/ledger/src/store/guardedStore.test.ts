import { guardedStore } from './guardedStore.ts';
import type { Store } from './store.ts';

const BODY = { bytes: new Uint8Array(), encoding: 'json', gzip: false, signal: 'traces' } as const;

function counted() {
  const writes: string[] = [];
  const write = (name: string) => async () => void writes.push(name);
  const store = {
    append: async () => (writes.push('append'), { kind: 'kept', refused: {} }),
    record: async () => (writes.push('record'), { kind: 'kept' }),
    ...{ close: write('close'), read: write('read'), keepAnomalies: write('keepAnomalies') },
    ...{ prune: write('prune'), probe: write('probe'), assign: write('assign'), stop: write('stop') },
    books: { days: () => [] },
  } as unknown as Store;
  return { store, writes };
}

const asked = (store: Store) => [
  ...[store.close([1]), store.read({} as never), store.keepAnomalies([]), store.prune(), store.probe()],
];

test('without a reason everything goes through', async () => {
  const { store, writes } = counted();
  const guarded = guardedStore(store, () => undefined);
  await Promise.all([...asked(guarded), guarded.append(BODY as never), guarded.record({} as never)]);
  expect(writes.sort()).toEqual(['append', 'close', 'keepAnomalies', 'probe', 'prune', 'read', 'record']);
});

test('with one nothing is written, and reading goes on', async () => {
  const { store, writes } = counted();
  const guarded = guardedStore(store, () => 'corrupt');
  for (const { status, ...settled } of await Promise.allSettled(asked(guarded))) {
    expect([status, settled]).toEqual(['rejected', { reason: new Error('corrupt') }]);
  }
  expect(await guarded.append(BODY as never)).toEqual({ kind: 'unavailable', message: 'corrupt' });
  expect(await guarded.record({} as never)).toEqual({ kind: 'unavailable', message: 'corrupt' });
  expect(writes).toEqual([]);
  expect(guarded.books.days()).toEqual([]);
  await guarded.stop();
  expect(writes).toEqual(['stop']);
});
