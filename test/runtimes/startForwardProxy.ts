import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface ForwardProxy {
  readonly url: string;
  /** `host:port` of each tunnel asked for by CONNECT. */
  readonly tunnels: readonly string[];
  /** URLs asked for whole, without a tunnel. */
  readonly forwarded: readonly string[];
  close(): Promise<void>;
}

/** A forward proxy such as companies have: CONNECT tunnels, and plain HTTP by absolute URL. */
export async function startForwardProxy(): Promise<ForwardProxy> {
  const tunnels: string[] = [];
  const forwarded: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    forwarded.push(request.url ?? '');
    const onward = ask(request.url ?? '', { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('connect', (request, socket: Socket, head: Buffer) => {
    const place = request.url ?? '';
    tunnels.push(place);
    const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(place) ?? [];
    const onward = connect(Number(port), host === 'localhost' ? '127.0.0.1' : host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    sockets.add(socket).add(onward);
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
    forwarded,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      sockets.forEach((socket) => socket.destroy());
      await closed;
    },
  };
}
