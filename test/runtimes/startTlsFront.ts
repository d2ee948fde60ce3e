import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';

export interface TlsFront {
  /** `https://localhost:<port>` */
  readonly url: string;
  /** The certificate in a file, for NODE_EXTRA_CA_CERTS. */
  readonly authorityFile: string;
  /** Requests that came by each version of HTTP: `1.1`, `2.0`. */
  readonly requests: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Terminates TLS, HTTP/1.1 and HTTP/2, in front of a plain server on this machine, with a certificate of its own. */
export async function startTlsFront(targetUrl: string): Promise<TlsFront> {
  const pem = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'ai-finops-tls-'));
  const authorityFile = path.join(folder, 'authority.pem');
  writeFileSync(authorityFile, pem.cert);

  const requests = new Map<string, number>();
  const target = new URL(targetUrl);
  const server = createSecureServer({ key: pem.private, cert: pem.cert, allowHTTP1: true }, (request, response) => {
    requests.set(request.httpVersion, (requests.get(request.httpVersion) ?? 0) + 1);
    // What HTTP/2 says in pseudo-headers and what belongs to one connection stays behind.
    const isPassed = ([name]: [string, unknown]) => !/^(:.*|connection|host|transfer-encoding|keep-alive)$/.test(name);
    const headers = Object.fromEntries(Object.entries(request.headers).filter(isPassed));
    const { hostname, port } = target;
    const onward = ask({ hostname, port, path: request.url, method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, Object.fromEntries(Object.entries(answer.headers).filter(isPassed)));
      answer.pipe(response);
    });
    onward.on('error', () => response.stream?.destroy());
    request.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sessions = new Set<{ destroy(): void }>();
  server.on('session', (session) => sessions.add(session));
  server.on('secureConnection', (socket) => sessions.add(socket));
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    authorityFile,
    requests,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      sessions.forEach((session) => session.destroy());
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
