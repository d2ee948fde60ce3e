import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { MONEY_SCOPE } from '@ai-finops/instrumentation/contract';
import { decodeRecords, type DecodedRecord } from './decodeRecords.ts';

export interface Sink {
  readonly endpoint: string;
  /** Money records by trace and span id. */
  readonly records: ReadonlyMap<string, DecodedRecord>;
  close(): void;
}

/** An OTLP receiver that keeps money records in memory. @param refuse an HTTP status for the n-th request, to be sent again */
export async function startSink(refuse: (request: number) => number | undefined = () => undefined): Promise<Sink> {
  const records = new Map<string, DecodedRecord>();
  let requests = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const refusal = refuse(++requests);
      if (refusal !== undefined) {
        response.writeHead(refusal, { 'retry-after': '0' }).end();
        return;
      }
      const sent = Buffer.concat(chunks);
      const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
      for (const record of decodeRecords(body).filter(({ scope }) => scope === MONEY_SCOPE)) {
        records.set(record.id, record);
      }
      response.writeHead(200).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    records,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
