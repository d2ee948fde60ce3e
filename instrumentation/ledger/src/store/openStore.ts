import { MessageChannel, type Worker } from 'node:worker_threads';
import type { TraceOutcome } from '../intake/traceOutcome.ts';
import { Books } from './books.ts';
import type { CommitDelta } from './commitDelta.ts';
import type { RecordOutcome } from './recordEntry.ts';
import { startStoreThread } from './startStoreThread.ts';
import type { Store } from './store.ts';
import type {
  CommittedAnswer,
  ReadCounts,
  StoreReply,
  StoreRequest,
  StoreSettings,
  StoreSetup,
} from './storeMessage.ts';

export interface StoreEvents {
  /** A commit is on disk; called before its bodies are acknowledged. */
  committed(delta: CommitDelta): void;
  /** Spans were read from bodies that were then booked, or could not be. */
  read(counts: ReadCounts): void;
  /** The store's thread died: nothing can be booked any more. */
  failed(error: Error): void;
}

/**
 * Requests that are answered in one turn of the main loop: a commit that waited for the disk has hundreds, and each takes some
 * 50 µs.
 */
const ANSWERS_A_TURN = 64;

/** Opens books made ready by `prepareBooks` in the store's thread. */
export function openStore(settings: StoreSettings, events: StoreEvents, worker: Worker = startStoreThread()): Store {
  const { port1: port, port2 } = new MessageChannel();
  const setup: StoreSetup = { ...settings, port: port2 };
  worker.postMessage(setup, [port2]);
  const books = new Books(settings.path);
  const appends = new Map<number, (outcome: TraceOutcome) => void>();
  const records = new Map<number, (outcome: RecordOutcome) => void>();
  const controls = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  let lastId = 0;

  function answer(answers: readonly CommittedAnswer[], from = 0): void {
    const next = from + ANSWERS_A_TURN;
    for (const { id, outcome } of answers.slice(from, next)) {
      appends.get(id)?.(outcome);
      appends.delete(id);
    }
    if (next < answers.length) {
      setImmediate(answer, answers, next);
    }
  }

  port.on('message', (reply: StoreReply) => {
    if (reply.kind === 'done') {
      const control = controls.get(reply.id);
      controls.delete(reply.id);
      if (reply.error === undefined) {
        control?.resolve();
      } else {
        control?.reject(new Error(reply.error));
      }
      return;
    }
    if (reply.kind === 'recorded') {
      records.get(reply.id)?.(reply.outcome);
      records.delete(reply.id);
      return;
    }
    events.read(reply.read);
    if (reply.delta) {
      events.committed(reply.delta);
    }
    answer(reply.answers);
  });
  worker.on('error', (error) => events.failed(error instanceof Error ? error : new Error(String(error))));

  const control = (
    request:
      | Omit<Extract<StoreRequest, { kind: 'anomalies' }>, 'id'>
      | Omit<Extract<StoreRequest, { kind: 'close' }>, 'id'>
      | Omit<Extract<StoreRequest, { kind: 'readings' }>, 'id'>
      | Omit<Extract<StoreRequest, { kind: 'teams' }>, 'id'>
      | { kind: 'prune' | 'probe' | 'stop' }
  ) =>
    new Promise<void>((resolve, reject) => {
      lastId += 1;
      controls.set(lastId, { resolve, reject });
      port.postMessage({ ...request, id: lastId } satisfies StoreRequest);
    });

  return {
    books,
    append: (body) =>
      new Promise((resolve) => {
        lastId += 1;
        appends.set(lastId, resolve);
        // Moved, not copied: a clone costs both threads more than the insert.
        port.postMessage({ kind: 'append', id: lastId, body } satisfies StoreRequest, [body.bytes.buffer]);
      }),
    record: (entry) =>
      new Promise((resolve) => {
        lastId += 1;
        records.set(lastId, resolve);
        port.postMessage({ kind: 'record', id: lastId, entry } satisfies StoreRequest);
      }),
    close: (days) => control({ kind: 'close', days }),
    read: (batch) => control({ kind: 'readings', batch }),
    keepAnomalies: (runs) => control({ kind: 'anomalies', runs }),
    assign: (teams, services) => control({ kind: 'teams', teams, services }),
    prune: () => control({ kind: 'prune' }),
    probe: () => control({ kind: 'probe' }),
    async stop() {
      books.close();
      await control({ kind: 'stop' });
      port.close();
      await worker.terminate();
    },
  };
}
