import { workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { Books } from '../store/books.ts';
import type { ClosesRequest } from './closesRequest.ts';
import { writeCloses } from './writeCloses.ts';

/** A thread for one writing of the closes: it reads beside the writer of the books, hands over the bytes, and ends. */
const { port, path, request } = workerData as { port: MessagePort; path: string; request: ClosesRequest };
const books = new Books(path);
const written = writeCloses(books, request);
books.close();
port.postMessage(written, [written.gzip.buffer]);
port.close();
