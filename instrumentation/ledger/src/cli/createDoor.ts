import { createServer as createPlain, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { TlsIdentity } from './readTls.ts';

/** Makes the servers of all doors alike: HTTP, or HTTPS from TLS 1.2 on where there is a certificate. */
export function createDoor(tls: TlsIdentity | undefined): (listener: RequestListener) => Server {
  return (listener) =>
    tls ? (createSecure({ ...tls, minVersion: 'TLSv1.2' }, listener) as unknown as Server) : createPlain(listener);
}
