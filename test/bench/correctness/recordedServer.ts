import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import type { ProviderTruth } from './judge.ts';
import type { RecordedAnswer } from './recordedAnswer.ts';

export interface RecordedServer {
  readonly url: string;
  /** Given to every request until another one is set. */
  answer: RecordedAnswer | undefined;
  truth: ProviderTruth[];
  close(): void;
}

/** Gives recorded answers, write by write, and books what they say was billed. */
export async function startRecordedServer(): Promise<RecordedServer> {
  const server = createServer(async (request, response) => {
    const { answer } = recorded;
    request.resume();
    await once(request, 'end');
    if (answer === undefined || !(request.url ?? '').split('?', 1)[0]?.endsWith(answer.path)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': answer.contentType, 'x-request-id': 'req_recorded' });
    recorded.truth.push({
      ...answer.truth,
      stream: answer.contentType === 'text/event-stream',
      status: 'ok',
      httpStatus: 200,
      retryCount: 0,
    });
    for (const write of answer.writes) {
      response.write(write);
      await turn();
    }
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const recorded: RecordedServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: undefined,
    truth: [],
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return recorded;
}
