import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { anthropicExchange } from './anthropicExchange.ts';
import { openaiExchange } from './openaiExchange.ts';
import { responsesExchange } from './responsesExchange.ts';
import { serve, type Served } from './serve.ts';

export interface ProviderServer extends Served {
  /** How the next answers are given. */
  answer: {
    encoding?: 'gzip' | 'br' | 'zstd' | 'deflate' | undefined;
    /** Bytes of each write; all at once where left out. */
    writeBytes?: number | undefined;
    /** Refuse with this status while the SDK's retry count is below `refusals`. */
    refuseWith?: number | undefined;
    refusals?: number | undefined;
    /** Stop after this many events of a stream, and leave it open. */
    hangAfter?: number | undefined;
    /** Break the connection there instead. */
    isCutThere?: boolean | undefined;
  };
}

const compress = { gzip: gzipSync, br: brotliCompressSync, zstd: zstdCompressSync, deflate: deflateSync };

/** Speaks OpenAI under /openai and Anthropic under /anthropic, byte for byte as told. */
export async function providerServer(): Promise<ProviderServer> {
  const served = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void respond(
        provider.answer,
        request,
        JSON.parse(Buffer.concat(chunks).toString()) as { stream?: boolean },
        response
      );
    });
  });
  const provider: ProviderServer = { ...served, answer: {} };
  return provider;
}

async function respond(
  answer: ProviderServer['answer'],
  request: IncomingMessage,
  { stream }: { stream?: boolean },
  response: ServerResponse
): Promise<void> {
  const attempt = Number(request.headers['x-stainless-retry-count'] ?? 0);
  if (answer.refuseWith !== undefined && attempt < (answer.refusals ?? Infinity)) {
    response.writeHead(answer.refuseWith, { 'content-type': 'application/json', 'retry-after-ms': '1' });
    response.end('{"type":"error","error":{"type":"rate_limit_error","message":"slow down"}}');
    return;
  }
  const exchange = request.url?.startsWith('/anthropic/')
    ? anthropicExchange
    : request.url?.endsWith('/responses')
      ? responsesExchange
      : openaiExchange;
  const events = exchange.stream.slice(0, answer.hangAfter);
  const plain = Buffer.from(stream ? events.join('') : exchange.body);
  const bytes = answer.encoding ? compress[answer.encoding](plain) : plain;
  response.writeHead(200, {
    'content-type': stream ? 'text/event-stream; charset=utf-8' : 'application/json',
    ...(answer.encoding ? { 'content-encoding': answer.encoding } : {}),
  });
  const size = answer.writeBytes ?? bytes.length;
  for (let at = 0; at < bytes.length; at += size) {
    response.write(bytes.subarray(at, at + size));
    if (at % (size * 64) === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  if (answer.isCutThere) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    request.socket.destroy();
  } else if (answer.hangAfter === undefined) {
    response.end();
  }
}
