import { createPriceBook, type PriceBook } from '@ai-finops/instrumentation/pricing';
import type { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';
import type { Question, QuestionReply, QuestionSetup } from './questionMessage.ts';
import { QUESTIONS } from './questions.ts';
import { Unanswerable } from './unanswerable.ts';
import { openReader } from '../store/openReader.ts';

/** The thread that answers questions: a long read holds up neither the intake nor the store. */
const { path, overlay, port } = workerData as QuestionSetup;
const database = openReader(path);
const prices = createPriceBook(overlay);
database.exec('PRAGMA temp_store = MEMORY');

port.on('message', ({ id, name, query }: Question) => port.postMessage(reply(id, name, query)));

function reply(id: number, name: Question['name'], query: unknown): QuestionReply {
  const answer: (database: DatabaseSync, query: never, prices: PriceBook) => unknown = QUESTIONS[name];
  database.exec('BEGIN');
  try {
    return { id, answer: answer(database, query as never, prices) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id, error: message, isUnanswerable: error instanceof Unanswerable };
  } finally {
    database.exec('COMMIT');
  }
}
