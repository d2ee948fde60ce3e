import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { once } from 'node:events';
import { parentPort, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { appendRecord } from './appendRecord.ts';
import { carryClosedDays } from './carryClosedDays.ts';
import { Checkpoints } from './checkpoints.ts';
import { CommitQueue } from './commitQueue.ts';
import { Keeper } from './keeper.ts';
import { openDatabase } from './openDatabase.ts';
import type { StoreReply, StoreRequest, StoreSetup } from './storeMessage.ts';
import { writeAnomalies } from './writeAnomalies.ts';

/**
 * The store's thread: decodes, prices, inserts, commits what is queued, answers. No timer: under load commits grow to
 * MAX_WAITING by themselves, without load each body is its own commit.
 */
const MAX_WAITING = 4_000;

const [setup] = (await once(parentPort as MessagePort, 'message')) as [StoreSetup];
const { port, path, overlay, teams, services, retentionDays, maxSkewMs, maxInflatedBytes } = setup;
const database = openDatabase(path);
const keeper = new Keeper(database, {
  prices: createPriceBook(overlay),
  teams,
  services,
  retentionDays,
  maxSkewMs,
  now: Date.now,
});
const queue = new CommitQueue(keeper, maxInflatedBytes);
const checkpoints = new Checkpoints(database, path);

port.on('message', (first: StoreRequest) => {
  let request: StoreRequest | undefined = first;
  while (request) {
    if (request.kind === 'append') {
      queue.add(request.id, request.body);
    } else if (request.kind === 'record') {
      flush();
      const outcome = appendRecord(database, request.entry);
      port.postMessage({ kind: 'recorded', id: request.id, outcome } satisfies StoreReply);
    } else if (request.kind === 'stop') {
      const stop = request;
      flush();
      void checkpoints.stop().then(() => control(stop));
    } else {
      flush();
      control(request);
    }
    if (queue.size >= MAX_WAITING) {
      // The rest comes as messages of their own: zlib lets go of what a broken body held only between turns.
      break;
    }
    request = receiveMessageOnPort(port)?.message as StoreRequest | undefined;
  }
  flush();
});

function flush(): void {
  const reply = queue.flush();
  if (reply) {
    port.postMessage(reply);
    checkpoints.tend();
  }
}

type Control = Exclude<StoreRequest, { kind: 'append' | 'record' }>;

function control(request: Control): void {
  const done: StoreReply = { kind: 'done', id: request.id, error: attempt(request) };
  port.postMessage(done);
  if (request.kind === 'stop') {
    port.close();
  }
}

function attempt(request: Control): string | undefined {
  try {
    switch (request.kind) {
      case 'close':
        keeper.close(request.days);
        break;
      case 'anomalies':
        writeAnomalies(database, request.runs, Date.now());
        break;
      case 'readings':
        port.postMessage({
          kind: 'committed',
          answers: [],
          read: { received: 0, shown: 0, foreign: 0, superseded: 0 },
          delta: keeper.book([[]], [{ readings: request.batch }]).delta,
        } satisfies StoreReply);
        break;
      case 'teams':
        keeper.assign(request.teams, request.services);
        break;
      case 'prune':
        keeper.prune();
        carryClosedDays(database);
        break;
      case 'probe':
        keeper.probe();
        break;
      case 'stop':
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        database.close();
        break;
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
