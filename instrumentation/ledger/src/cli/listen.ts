import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Unusable } from '../store/unusable.ts';

/**
 * Listens, and resolves with the port (the one found, for port 0).
 *
 * @throws Unusable naming the option to change
 */
export function listen(server: Server, host: string, port: number, option: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const what = error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.message})`;
      reject(new Unusable(`port ${port} on ${host} ${what}: choose another with ${option}`));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
