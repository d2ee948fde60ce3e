import { workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { AnomalyBooks } from '../store/anomalyBooks.ts';
import { judgeDays, type JudgeRequest } from './judgeDays.ts';

/** A thread for one look at the books: it reads beside their writer, answers, and ends. */
const { port, path, request } = workerData as { port: MessagePort; path: string; request: JudgeRequest };
const books = new AnomalyBooks(path);
port.postMessage(judgeDays(books, request));
books.close();
port.close();
