import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerText } from '../answerText.ts';
import { readBody } from '../readBody.ts';
import { sendJson } from '../sendJson.ts';
import { generateContentEvents } from './generateContentEvents.ts';
import type { GoogleBill } from './googleBill.ts';
import type { GoogleSteering } from './googleSteering.ts';
import type { GoogleTruth } from './googleTruth.ts';

export interface Google {
  /** What the client takes as `httpOptions.baseUrl`. */
  readonly url: string;
  readonly truth: readonly GoogleTruth[];
  close(): Promise<void>;
}

const NAMES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED',
  503: 'UNAVAILABLE',
};

/**
 * Starts a simulated Gemini API and Vertex AI.
 *
 * @throws Error of the socket where the port is taken
 */
export async function startGoogle(port = 0): Promise<Google> {
  const truth: GoogleTruth[] = [];
  const server = createServer(
    (request, response) => void answer(request, response, truth).catch(() => response.destroy())
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    truth,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, truth: GoogleTruth[]): Promise<void> {
  const body = JSON.parse(await readBody(request)) as { instances?: unknown[]; requests?: unknown[] };
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://simulated');
  const [, model = '', method = ''] = /\/models\/([^/:]+):(\w+)$/.exec(pathname) ?? [];
  const steering = JSON.parse(String(request.headers['x-sim'] ?? '{}')) as GoogleSteering;
  const { status = 200, prompt = 40, cached, thoughts, toolUse, audio, imagesOut } = steering;
  // A refused prompt is read, and billed.
  const candidates = steering.blocked === true ? 0 : (steering.candidates ?? 12);
  const bill: GoogleBill = { prompt, candidates, cached, thoughts, toolUse, audio, imagesOut };
  const entry = { responseId: randomUUID(), model, method, httpStatus: status };
  if (status !== 200) {
    truth.push({ ...entry, status: status === 429 || status === 503 ? 'refused' : 'error' });
    sendJson(response, status, {}, { error: { code: status, message: 'No.', status: NAMES[status] ?? 'INTERNAL' } });
    return;
  }
  if (method === 'generateContent' || method === 'streamGenerateContent') {
    const words = answerText(method === 'generateContent' ? 1 : (steering.deltas ?? 5), Math.random);
    const events = generateContentEvents(model, entry.responseId, bill, steering, words);
    if (method === 'generateContent') {
      truth.push({ ...entry, status: 'ok', bill });
      sendJson(response, 200, {}, events[0] ?? {}, 'gzip');
      return;
    }
    const isSse = searchParams.get('alt') === 'sse';
    response.writeHead(200, { 'content-type': isSse ? 'text/event-stream' : 'application/json; charset=UTF-8' });
    const stop = steering.cutAfter ?? steering.hangAfter ?? Infinity;
    for (const [at, event] of events.entries()) {
      if (at === stop) {
        truth.push({ ...entry, status: steering.cutAfter === undefined ? 'aborted' : 'error', bill });
        await sleep(20);
        if (steering.cutAfter !== undefined) {
          response.destroy();
        }
        return;
      }
      // Pretty-printed in an array, as the real one is.
      response.write(
        isSse
          ? `data: ${JSON.stringify(event)}\r\n\r\n`
          : `${at === 0 ? '[' : ',\r\n'}${JSON.stringify(event, null, 2)}`
      );
      await sleep(1);
    }
    truth.push({ ...entry, status: 'ok', bill });
    response.end(isSse ? '' : ']');
    return;
  }
  truth.push({ ...entry, status: 'ok', bill: { prompt, candidates: 0 } });
  const values = Array.from({ length: 768 }, (_none, at) => at / 1000);
  const statistics = { truncated: false, token_count: prompt };
  const usageMetadata = { promptTokenCount: prompt, promptTokensDetails: [{ modality: 'TEXT', tokenCount: prompt }] };
  const replies: Readonly<Record<string, object>> = {
    predict: {
      predictions: (body.instances ?? []).map(() => ({ embeddings: { values, statistics } })),
      metadata: { billableCharacterCount: 9 },
    },
    embedContent: { embedding: { values }, usageMetadata, truncated: false },
    batchEmbedContents: { embeddings: (body.requests ?? []).map(() => ({ values })), usageMetadata },
  };
  sendJson(response, 200, {}, replies[method] ?? {});
}
