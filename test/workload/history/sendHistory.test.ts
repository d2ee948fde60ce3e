import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ATTRIBUTE, MONEY_SCOPE } from '@ai-finops/instrumentation/contract';
import { decodeRecords, type DecodedRecord } from './decodeRecords.ts';
import { historicCalls } from './historicCalls.ts';
import { sendHistory } from './sendHistory.ts';
import { utcDay } from './utcDay.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const period = { anchor: utcDay(NOW), from: utcDay(NOW - 2 * 86_400_000), toMs: NOW, seed: '1' };

/** Runs `use` against a server on a free port. */
async function served(listener: RequestListener, use: (endpoint: string) => Promise<void>): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('records arrive as OTLP, once each, though the receiver says 429 and 503 in between', async () => {
  const expected = [...historicCalls(period)].flat();
  const seen = new Map<string, DecodedRecord>();
  let requests = 0;
  const receive: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests += 1;
      if (requests % 3 === 1) {
        response.writeHead(requests % 2 === 0 ? 503 : 429, { 'retry-after': '0' }).end();
        return;
      }
      for (const record of decodeRecords(gunzipSync(Buffer.concat(chunks)))) {
        assert.ok(!seen.has(record.id));
        seen.set(record.id, record);
      }
      response.writeHead(200).end();
    });
  };
  await served(receive, async (endpoint) => {
    const result = await sendHistory({ endpoint, days: historicCalls(period) });
    assert.deepEqual(result, { sent: expected.length, rejected: 0, message: '' });
  });
  assert.equal(seen.size, expected.length);
  for (const { call, ids, environment } of expected) {
    const record = seen.get(ids.traceId + ids.spanId);
    assert.equal(record?.scope, MONEY_SCOPE);
    assert.equal(record.statusCode, call.status === 'error' || call.status === 'refused' ? 2 : undefined);
    assert.equal(record.attributes.get(ATTRIBUTE.inputTokens), call.usage?.inputTokens);
    assert.equal(record.attributes.get(ATTRIBUTE.feature), call.attribution.feature);
    assert.equal(record.attributes.get(ATTRIBUTE.environment), environment);
  }
});

test('a receiver that refuses the history is an error, not a silence', async () => {
  await served(
    (_request, response) => response.writeHead(400).end(),
    (endpoint) => assert.rejects(sendHistory({ endpoint, days: historicCalls(period) }), /HTTP 400/)
  );
});
