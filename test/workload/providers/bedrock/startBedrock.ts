import { createServer as createHttp1, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttp2, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { answerBedrock } from './answerBedrock.ts';
import type { BedrockTruth } from './bedrockTruth.ts';

export interface Bedrock {
  /** What the SDK takes as `endpoint`. */
  readonly url: string;
  readonly truth: readonly BedrockTruth[];
  close(): Promise<void>;
}

/**
 * Starts a simulated Bedrock runtime; over HTTP/2 without TLS, as the SDK's own default handler speaks it to an `http:`
 * endpoint, or over HTTP/1.1 for its `NodeHttpHandler`.
 *
 * @throws Error of the socket where the port is taken
 */
export async function startBedrock({ port = 0, isHttp1 = false } = {}): Promise<Bedrock> {
  const truth: BedrockTruth[] = [];
  const sockets = new Set<Socket>();
  const answer = (request: IncomingMessage | Http2ServerRequest, response: ServerResponse | Http2ServerResponse) =>
    void answerBedrock(request, response, truth).catch(() => request.socket.destroy());
  const server = isHttp1 ? createHttp1(answer) : createHttp2(answer);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
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
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}
