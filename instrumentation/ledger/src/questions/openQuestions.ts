import type { PriceOverlay } from '@ai-finops/instrumentation/pricing';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { Ask } from './ask.ts';
import { Busy } from './busy.ts';
import type { Question, QuestionReply, QuestionSetup } from './questionMessage.ts';
import { programBeside } from '../store/programBeside.ts';
import { Unanswerable } from './unanswerable.ts';

/** Who has to wait longer than for these comes back later. */
const MAX_WAITING = 32;

export interface Questions {
  readonly ask: Ask;
  stop(): Promise<void>;
}

interface Asked {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the thread that answers questions about books made ready by `prepareBooks`; one that dies is replaced. */
export function openQuestions(path: string, overlay: PriceOverlay): Questions {
  const waiting = new Map<number, Asked>();
  let lastId = 0;
  let thread: { readonly worker: Worker; send(question: Question): void } | undefined;

  function start() {
    const { port1: port, port2 } = new MessageChannel();
    const setup: QuestionSetup = { path, overlay, port: port2 };
    const worker = new Worker(programBeside('worker', import.meta.url), { workerData: setup, transferList: [port2] });
    port.on('message', (reply: QuestionReply) => {
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('answer' in reply) {
        asked?.resolve(reply.answer as never);
      } else {
        asked?.reject(reply.isUnanswerable ? new Unanswerable(reply.error) : new Error(reply.error));
      }
    });
    worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
    return { worker, send: (question: Question) => port.postMessage(question) };
  }

  function end(error: Error): void {
    thread = undefined;
    waiting.forEach(({ reject }) => reject(error));
    waiting.clear();
  }

  return {
    ask: (name, query) =>
      new Promise((resolve, reject) => {
        if (waiting.size >= MAX_WAITING) {
          return reject(new Busy('too many questions at once: ask again in a moment'));
        }
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        thread ??= start();
        thread.send({ id: lastId, name, query });
      }),
    async stop() {
      const worker = thread?.worker;
      end(new Error('the ledger stops'));
      await worker?.terminate();
    },
  };
}
