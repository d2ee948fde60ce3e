import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import { startSink } from '../sink/startSink.ts';
import { historicCalls } from './historicCalls.ts';
import { sendHistory } from './sendHistory.ts';
import { utcDay } from './utcDay.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const period = { anchor: utcDay(NOW), from: utcDay(NOW - 2 * 86_400_000), toMs: NOW, seed: '1' };

test('records arrive as OTLP, though the receiver says 429 and 503 in between', async () => {
  const expected = [...historicCalls(period)].flat();
  const sink = await startSink((request) => ({ 1: 429, 4: 503 })[request % 6]);
  try {
    const result = await sendHistory({ endpoint: sink.endpoint, days: historicCalls(period) });
    assert.deepEqual(result, { sent: expected.length, rejected: 0, message: '' });
  } finally {
    sink.close();
  }
  assert.equal(sink.records.size, expected.length);
  for (const { call, ids, environment } of expected) {
    const record = sink.records.get(ids.traceId + ids.spanId);
    assert.equal(record?.statusCode, call.status === 'error' || call.status === 'refused' ? 2 : undefined);
    assert.equal(record?.attributes.get(ATTRIBUTE.inputTokens), call.usage?.inputTokens);
    assert.equal(record?.attributes.get(ATTRIBUTE.feature), call.attribution.feature);
    assert.equal(record?.attributes.get(ATTRIBUTE.environment), environment);
  }
});

test('a receiver that refuses the history is an error, not a silence', async () => {
  const sink = await startSink(() => 400);
  await assert.rejects(sendHistory({ endpoint: sink.endpoint, days: historicCalls(period) }), /HTTP 400/);
  sink.close();
});
