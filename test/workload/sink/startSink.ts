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
  /** Every other span, as it came. */
  readonly spans: readonly DecodedRecord[];
  close(): void;
}

/** An OTLP receiver that keeps money records in memory. @param refuse an HTTP status for the n-th request, to be sent again */
export async function startSink(refuse: (request: number) => number | undefined = () => undefined): Promise<Sink> {
  const records = new Map<string, DecodedRecord>();
  const spans: DecodedRecord[] = [];
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
      for (const span of decodeRecords(body)) {
        if (span.scope === MONEY_SCOPE) {
          records.set(span.id, span);
        } else {
          spans.push(span);
        }
      }
      response.writeHead(200).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    records,
    spans,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
