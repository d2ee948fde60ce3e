import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stopServer } from './stopServer.ts';

const NEVER_MS = 2 ** 31 - 1;

test('a busy connection gets the answers it is owed, and no next request', async () => {
  const answers: (() => void)[] = [];
  const server = createServer((_request, response) => answers.push(() => response.end('done')));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = async () => {
    const [response] = (await once(
      request({ agent, port: (server.address() as AddressInfo).port, host: '127.0.0.1' }).end(),
      'response'
    )) as [IncomingMessage];
    response.resume();
    await once(response, 'end');
    return response.headers.connection;
  };
  const arrived = async (count: number) => {
    while (answers.length < count) {
      await new Promise(setImmediate);
    }
  };

  const [first, second] = [ask(), ask()];
  await arrived(1);
  const stopped = stopServer(server, NEVER_MS);
  answers[0]?.();
  expect(await first).toBe('keep-alive');
  await arrived(2);
  answers[1]?.();
  expect(await second).toBe('close');
  await stopped;
  agent.destroy();
});
