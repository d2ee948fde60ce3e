import { createPriceBook, NO_OVERLAY, type PriceOverlay } from '@ai-finops/instrumentation/pricing';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Ask } from '../questions/ask.ts';
import { QUESTIONS } from '../questions/questions.ts';
import { appendRecord } from '../store/appendRecord.ts';
import type { AskBills } from '../bills/answers/askBills.ts';
import { BILL_ANSWERS } from '../bills/answers/billAnswers.ts';
import { BillBooks } from '../bills/billBooks.ts';
import { EstimateBooks } from '../bills/estimateBooks.ts';
import { AnomalyBooks } from '../store/anomalyBooks.ts';
import { Books } from '../store/books.ts';
import { Keeper } from '../store/keeper.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { createApi, type ApiParts } from './createApi.ts';

export interface LiveApi {
  readonly url: string;
  readonly keeper: Keeper;
  readonly bills: BillBooks;
  readonly ask: Ask;
  /** Sends JSON. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<{ status: number; json: unknown }>;
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; json: unknown }>;
  stop(): void;
}

/** An API on books of its own, without threads: what it answers is what the ledger answers. */
export async function startApi({
  overlay = NO_OVERLAY,
  ...parts
}: Partial<ApiParts> & { readonly now: () => number; readonly overlay?: PriceOverlay }): Promise<LiveApi> {
  const dir = mkdtempSync(join(tmpdir(), 'api-'));
  const path = join(dir, 'ledger.db');
  const database = openDatabase(path);
  const reader = new DatabaseSync(path, { readOnly: true });
  const books = new Books(path);
  const prices = createPriceBook(overlay);
  const keeper = new Keeper(database, {
    prices,
    retentionDays: 100,
    maxSkewMs: 600_000,
    now: parts.now,
  });
  const ask: Ask = async (name, query) => QUESTIONS[name](reader, query as never, prices) as never;
  const anomalies = new AnomalyBooks(path);
  const bills = new BillBooks(join(dir, 'bills.db'));
  const sources = { bills, books: new EstimateBooks(reader), overlay };
  const askBills: AskBills = async (name, ...query) => BILL_ANSWERS[name](sources, query[0] as never) as never;
  const api = createApi({
    anomalies,
    askBills,
    ask,
    prices,
    store: {
      books,
      record: async (entry) => appendRecord(database, entry),
      read: async (batch) => void keeper.book([[]], [{ readings: batch }]),
    },
    closer: {
      tick: async () => [],
      scheduled: () => [],
      closeThrough: async (through) => {
        keeper.close([through]);
        return [through];
      },
      written: async () => Buffer.alloc(0),
    },
    ...parts,
  });
  const server = createServer(api);
  // On a busy machine a connection would be closed just when it is used again.
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = async (response: Response) => ({ status: response.status, json: (await response.json()) as unknown });
  return {
    url,
    keeper,
    bills,
    ask,
    post: async (target, body, headers = {}) =>
      answer(
        await fetch(url + target, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json', ...headers },
        })
      ),
    get: async (target, headers = {}) => answer(await fetch(url + target, { headers })),
    stop() {
      server.closeAllConnections();
      server.close();
      books.close();
      anomalies.close();
      bills.close();
      reader.close();
      database.close();
      rmSync(dir, { recursive: true });
    },
  };
}
