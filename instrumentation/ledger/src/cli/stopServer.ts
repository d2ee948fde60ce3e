import type { Server } from 'node:http';

/**
 * Takes no new connections, lets requests in progress finish, and cuts what is still there after `graceMs`. A busy
 * connection would otherwise go on bringing requests: its next answer is its last.
 */
export function stopServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'));
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
