import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { decodeTraces, type DecodedSpan } from './decodeTraces.ts';
import { serve, type Served } from './serve.ts';

export interface OtlpSink extends Served {
  readonly spans: DecodedSpan[];
  readonly requests: IncomingMessage[];
  /** Answers in place of the usual 200; returns whether it did. Spans are kept only of requests answered 200. */
  misbehave: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** Resolves when `count` spans are here. */
  received(count: number): Promise<void>;
}

/** An OTLP/HTTP receiver that keeps what it decodes. */
export async function otlpSink(port = 0): Promise<OtlpSink> {
  const waiting = new Set<() => void>();
  const served = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      sink.requests.push(request);
      if (sink.misbehave?.(request, response)) {
        return;
      }
      const body = Buffer.concat(chunks);
      sink.spans.push(...decodeTraces(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body));
      response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
      waiting.forEach((check) => check());
    });
  }, port);
  const sink: OtlpSink = {
    ...served,
    spans: [],
    requests: [],
    misbehave: undefined,
    received: (count) =>
      new Promise((resolve) => {
        const check = () => {
          if (sink.spans.length >= count) {
            waiting.delete(check);
            resolve();
          }
        };
        waiting.add(check);
        check();
      }),
  };
  return sink;
}
