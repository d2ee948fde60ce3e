import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { decodeRecords, type DecodedRecord } from '../../workload/sink/decodeRecords.ts';

export interface Receiver {
  readonly endpoint: string;
  /** Spans of every scope, in order of arrival, repeats included. */
  spans: DecodedRecord[];
  close(): void;
}

/** An OTLP receiver that keeps every span, records and shown and foreign ones. @param forwardTo where each request is passed on to; the answer is then the one from there */
export async function startReceiver(forwardTo?: string): Promise<Receiver> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const sent = Buffer.concat(chunks);
      const encoding = request.headers['content-encoding'];
      receiver.spans.push(...decodeRecords(encoding === 'gzip' ? gunzipSync(sent) : sent));
      if (forwardTo === undefined) {
        response.writeHead(200).end();
        return;
      }
      const headers = {
        'content-type': 'application/x-protobuf',
        ...(encoding !== undefined && { 'content-encoding': encoding }),
      };
      fetch(`${forwardTo}/v1/traces`, { method: 'POST', headers, body: new Uint8Array(sent) }).then(
        async (answer) => response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer())),
        () => response.writeHead(503).end()
      );
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: [],
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return receiver;
}
