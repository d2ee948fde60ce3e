import { createServer as createPlain, type RequestListener, type Server } from 'node:http';

/**
 * Makes the servers of all doors alike: HTTP, or HTTPS from TLS 1.2 on where there is a certificate.
 *
 * @throws Unusable where certificate and key are not both there and of each other
 */
export async function createDoor(
  certFile: string | undefined,
  keyFile: string | undefined
): Promise<(listener: RequestListener) => Server> {
  if (certFile === undefined && keyFile === undefined) {
    return (listener) => createPlain(listener);
  }
  const [{ readTls }, { createServer: createSecure }] = await Promise.all([
    import('./readTls.ts'),
    import('node:https'),
  ]);
  const identity = readTls(certFile, keyFile);
  return (listener) => createSecure({ ...identity, minVersion: 'TLSv1.2' }, listener) as unknown as Server;
}
