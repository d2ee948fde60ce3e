import { createServer } from 'node:http';
import { Counter, Registry } from 'prom-client';
import { decodeTraces } from '../../../instrumentation/ledger/src/intake/decodeTraces.ts';
import { priceRecord } from '../../../instrumentation/ledger/src/store/priceRecord.ts';
import { createPriceBook } from '@ai-finops/instrumentation/pricing';

/*
 * countersAlone.ts PORT: what people run today instead of books. The same decoding and pricing, then prom-client counters
 * in memory: nothing is kept, a resend counts twice, a restart forgets.
 */
const registry = new Registry();
const labelNames = ['feature', 'team', 'request_type', 'provider', 'model', 'environment'] as const;
const cost = new Counter({ name: 'cost_usd', help: 'cost', labelNames, registers: [registry] });
const requests = new Counter({ name: 'requests', help: 'calls', labelNames, registers: [registry] });
const prices = createPriceBook();

createServer((request, response) => {
  const chunks: Buffer<ArrayBuffer>[] = [];
  request.on('data', (chunk: Buffer<ArrayBuffer>) => chunks.push(chunk));
  request.on('end', () => {
    const gzip = request.headers['content-encoding'] === 'gzip';
    const bytes = Buffer.concat(chunks);
    for (const record of decodeTraces({ bytes, encoding: 'protobuf', gzip }, 2 ** 28).records) {
      const { price, dimensions } = priceRecord(record, prices);
      const labels = Object.fromEntries(labelNames.map((name) => [name, dimensions[name]]));
      requests.inc(labels);
      cost.inc(labels, price.kind === 'priced' ? Number(price.nanoUsd) / 1e9 : 0);
    }
    response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
  });
}).listen(Number(process.argv[2]), '127.0.0.1');
