import { context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api';
import type { IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import { readPartialSuccess, type PartialSuccess } from './readPartialSuccess.ts';
import { retryAfterMs } from './retryAfterMs.ts';

/** What became of one request. */
export type PostResult =
  | { readonly kind: 'accepted'; readonly partial: PartialSuccess }
  | { readonly kind: 'retry'; readonly reason: string; readonly afterMs: number | undefined }
  | { readonly kind: 'refused'; readonly reason: string };

/** Sends one encoded, gzip'ed request. Never rejects. */
export type Post = (body: Buffer) => Promise<PostResult>;

/** Ours must not become spans of an HTTP instrumentation; the key is the one OpenTelemetry's own exporters set. */
const untraced = ROOT_CONTEXT.setValue(createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING'), true);
const MAX_ANSWER = 64 * 1024;

/** Posts to one OTLP/HTTP endpoint over one kept connection that never keeps the process alive. */
export function postOtlp(url: URL, headers: Readonly<Record<string, string>>, timeoutMs = 10_000): Post {
  const connect = () => {
    const transport = process.getBuiltinModule(url.protocol === 'https:' ? 'node:https' : 'node:http');
    return { transport, agent: new transport.Agent({ keepAlive: true, maxSockets: 1 }) };
  };
  let connection: ReturnType<typeof connect> | undefined;

  return (body) =>
    new Promise((resolve) => {
      connection ??= connect();
      const { transport, agent } = connection;
      const failed = (error: Error & { code?: string }) =>
        resolve({ kind: 'retry', reason: error.code ?? error.message, afterMs: undefined });
      const options: RequestOptions = {
        method: 'POST',
        agent,
        headers: {
          ...headers,
          'content-type': 'application/x-protobuf',
          'content-encoding': 'gzip',
          'content-length': body.length,
        },
      };
      try {
        const request = context.with(untraced, () => transport.request(url, options));
        const timer = setTimeout(() => request.destroy(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs).unref();
        request.on('socket', (socket) => socket.unref());
        request.on('error', failed);
        request.on('close', () => clearTimeout(timer));
        request.on('response', (response) => {
          const chunks: Buffer[] = [];
          let length = 0;
          response.on('data', (chunk: Buffer) => {
            length += chunk.length;
            if (length <= MAX_ANSWER) {
              chunks.push(chunk);
            }
          });
          response.on('error', failed);
          response.on('end', () => resolve(judge(response, Buffer.concat(chunks))));
        });
        request.end(body);
      } catch (error) {
        failed(error instanceof Error ? error : new Error(String(error)));
      }
    });
}

function judge({ statusCode = 0, headers }: IncomingMessage, answer: Buffer): PostResult {
  if (statusCode >= 200 && statusCode < 300) {
    return { kind: 'accepted', partial: readPartialSuccess(answer) };
  }
  const reason = `HTTP ${statusCode}`;
  return statusCode === 408 || statusCode === 429 || statusCode >= 500
    ? { kind: 'retry', reason, afterMs: retryAfterMs(headers['retry-after'], Date.now()) }
    : { kind: 'refused', reason };
}
