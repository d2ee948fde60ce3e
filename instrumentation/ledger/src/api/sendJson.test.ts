import fc from 'fast-check';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendJson } from './sendJson.ts';

test('bytes arrive as they are, however many, and anything else as JSON', async () => {
  let body: unknown;
  const server = createServer((_request, response) => sendJson(response, 200, body));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sizes = fc.oneof(fc.constantFrom(0, 1, 262_143, 262_144, 262_145), fc.nat(2_000_000));
  await fc.assert(
    fc.asyncProperty(sizes, async (size) => {
      body = new Uint8Array(size).map((_, index) => index % 251);
      expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(Buffer.from(body as Uint8Array))).toBe(true);
    }),
    { numRuns: 15 }
  );
  body = { text: 'ü'.repeat(300_000) };
  expect(await (await fetch(url)).json()).toEqual(body);
  server.close();
  server.closeAllConnections();
});
