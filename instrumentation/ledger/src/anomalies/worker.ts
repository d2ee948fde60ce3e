import { workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { AnomalyBooks } from '../store/anomalyBooks.ts';
import { LOOKS, type LookName } from './look.ts';

/** A thread for one look at the books: it reads beside their writer, answers, and ends. */
const { port, path, name, request } = workerData as {
  port: MessagePort;
  path: string;
  name: LookName;
  request: never;
};
const books = new AnomalyBooks(path);
port.postMessage(LOOKS[name](books, request));
books.close();
port.close();
