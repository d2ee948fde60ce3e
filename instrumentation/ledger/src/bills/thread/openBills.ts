import { MessageChannel, Worker } from 'node:worker_threads';
import { Busy } from '../../questions/busy.ts';
import { programBeside } from '../../store/programBeside.ts';
import type { AskBills } from '../answers/askBills.ts';
import type { BillReply, BillRequest, BillThreadSettings, BillThreadSetup } from './billMessage.ts';

/** What the thread tells by itself. */
export type BillNews = Exclude<BillReply, { kind: 'answer' | 'failed' }>;

export interface BillEvents {
  told(news: BillNews): void;
  /** The thread died, and is started again after so many seconds. */
  died(error: Error, againSeconds: number): void;
}

export interface BillThread {
  readonly ask: AskBills;
  /** Holds the newest months against the books again, where they changed. */
  reconcile(): void;
  /** Resolves when what is being kept has been, and the files are closed. */
  stop(): Promise<void>;
}

interface Asked {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** Who has to wait longer than for these comes back later. */
const MAX_WAITING = 32;
const STOP_MS = 5_000;
/** After a death, doubled with each further one until a thread lives longer than the longest. */
const AGAIN_MS = 1_000;
const LONGEST_AGAIN_MS = 300_000;

/** Starts the thread of bills beside books made ready by `prepareBooks`. One that dies is replaced: the ledger goes on. */
export function openBills(settings: BillThreadSettings, events: BillEvents): BillThread {
  const waiting = new Map<number, Asked>();
  let [lastId, againMs, isStopped] = [0, AGAIN_MS, false];
  let again: NodeJS.Timeout | undefined;
  let thread: ReturnType<typeof start> | undefined = start();

  function start() {
    const { port1: port, port2 } = new MessageChannel();
    const setup: BillThreadSetup = { ...settings, port: port2 };
    const worker = new Worker(programBeside('worker', import.meta.url), { workerData: setup, transferList: [port2] });
    const began = performance.now();
    let failure: Error | undefined;
    port.on('message', hear);
    worker.on('error', (error) => (failure = error instanceof Error ? error : new Error(String(error))));
    const ended = new Promise<void>((resolve) => {
      worker.once('exit', (code) => {
        port.close();
        againMs = performance.now() - began > LONGEST_AGAIN_MS ? AGAIN_MS : againMs;
        end(failure ?? new Error(`it ended with code ${code}`));
        resolve();
      });
    });
    return { worker, ended, send: (request: BillRequest) => port.postMessage(request) };
  }

  function hear(reply: BillReply): void {
    if (reply.kind !== 'answer' && reply.kind !== 'failed') {
      return events.told(reply);
    }
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === 'answer') {
      asked?.resolve(reply.answer as never);
    } else {
      asked?.reject(new Error(reply.error));
    }
  }

  function end(error: Error): void {
    thread = undefined;
    waiting.forEach(({ reject }) => reject(unavailable()));
    waiting.clear();
    if (!isStopped) {
      events.died(error, againMs / 1_000);
      again = setTimeout(() => (thread = start()), againMs);
      againMs = Math.min(againMs * 2, LONGEST_AGAIN_MS);
    }
  }

  return {
    ask: (name, ...query) =>
      new Promise((resolve, reject) => {
        if (thread === undefined) {
          return reject(unavailable());
        }
        if (waiting.size >= MAX_WAITING) {
          return reject(new Busy('too many questions about bills at once: ask again in a moment'));
        }
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        thread.send({ kind: 'ask', id: lastId, name, query: query[0] });
      }),
    reconcile: () => thread?.send({ kind: 'reconcile' }),
    async stop() {
      isStopped = true;
      clearTimeout(again);
      const stopping = thread;
      stopping?.send({ kind: 'stop' });
      // What lasts longer is broken off: a bill is kept whole or not at all.
      const limit = setTimeout(() => void stopping?.worker.terminate(), STOP_MS);
      await stopping?.ended;
      clearTimeout(limit);
    },
  };
}

const unavailable = () => new Busy('bills are unavailable at the moment: the log says why; ask again later');
