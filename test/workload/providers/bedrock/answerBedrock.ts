import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { setTimeout as sleep } from 'node:timers/promises';
import { bedrockEvent } from '../../../../instrumentation/library/testing/bedrockEvent.ts';
import { eventFrame } from '../../../../instrumentation/library/testing/eventFrame.ts';
import { answerText } from '../answerText.ts';
import type { JsonObject } from '../jsonObject.ts';
import type { BedrockBill } from './bedrockBill.ts';
import type { BedrockSteering } from './bedrockSteering.ts';
import type { BedrockTruth } from './bedrockTruth.ts';
import { converseReply } from './converseReply.ts';
import { invokeReply } from './invokeReply.ts';

const REFUSALS: Readonly<Record<number, string>> = {
  429: 'ThrottlingException',
  503: 'ServiceUnavailableException',
};

/** Answers one attempt and books it. */
export async function answerBedrock(
  request: IncomingMessage | Http2ServerRequest,
  anyResponse: ServerResponse | Http2ServerResponse,
  truth: BedrockTruth[]
): Promise<void> {
  // Used alike, but their overloads have no type in common.
  const response = anyResponse as ServerResponse;
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const body = JSON.parse(Buffer.concat(chunks).toString()) as JsonObject;
  const [, path = '', operation = ''] = /^\/model\/(.+)\/([\w-]+)$/.exec(request.url ?? '') ?? [];
  const metadata = body['requestMetadata'] as { sim?: string } | undefined;
  const sim = metadata?.sim ?? (body['sim'] as string | undefined);
  const steering = (sim === undefined ? {} : JSON.parse(sim)) as BedrockSteering;
  const { input = 21, output = 13, cacheRead, cacheWrite, cacheWrite1h } = steering;
  const bill: BedrockBill = { input, output, cacheRead, cacheWrite, cacheWrite1h };
  const modelId = decodeURIComponent(path);
  const attempt = Number(/attempt=(\d+)/.exec(String(request.headers['amz-sdk-request']))?.[1] ?? 1);
  const entry = { requestId: randomUUID(), modelId, operation, attempt, serviceTier: steering.serviceTier };
  const headers = { 'x-amzn-requestid': entry.requestId };

  const failure = steering.failures?.[attempt - 1];
  if (failure !== undefined) {
    const type = REFUSALS[failure] ?? 'InternalServerException';
    truth.push({ ...entry, status: failure in REFUSALS ? 'refused' : 'error', httpStatus: failure });
    response.writeHead(failure, { ...headers, 'content-type': 'application/json', 'x-amzn-errortype': type });
    response.end(JSON.stringify({ message: 'Too many requests, please wait before trying again.' }));
    return;
  }
  const words = answerText(steering.deltas ?? 5, Math.random);
  const reply = operation.startsWith('converse')
    ? converseReply(bill, steering, words)
    : invokeReply(modelId, bill, steering, words);
  if (!operation.endsWith('stream')) {
    truth.push({ ...entry, status: 'ok', httpStatus: 200, bill });
    response.writeHead(200, { ...headers, ...reply.headers, 'content-type': 'application/json' });
    response.end(JSON.stringify(reply.body));
    return;
  }
  const { 'x-amzn-bedrock-service-tier': tier } = reply.headers;
  response.writeHead(200, {
    ...headers,
    ...(tier !== undefined && { 'x-amzn-bedrock-service-tier': tier }),
    'content-type': 'application/vnd.amazon.eventstream',
    'x-amzn-bedrock-content-type': 'application/json',
  });
  const stop = steering.cutAfter ?? steering.hangAfter ?? Infinity;
  for (const [at, [type, event]] of reply.events.entries()) {
    if (at === stop) {
      truth.push({ ...entry, status: steering.cutAfter === undefined ? 'aborted' : 'error', httpStatus: 200, bill });
      await sleep(20);
      if (steering.cutAfter !== undefined) {
        request.socket.destroy();
      }
      return;
    }
    response.write(bedrockEvent(type, event));
    if (at % 40 === 0) {
      await sleep(1);
    }
  }
  if (steering.exception !== undefined) {
    const kind = { ':exception-type': steering.exception, ':content-type': 'application/json' };
    response.write(eventFrame({ ...kind, ':message-type': 'exception' }, Buffer.from('{"message":"Sorry"}')));
  }
  truth.push({ ...entry, status: steering.exception === undefined ? 'ok' : 'error', httpStatus: 200, bill });
  response.end();
}
