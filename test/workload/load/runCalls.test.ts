import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProviders } from '../providers/startProviders.ts';
import { planCalls } from './planCalls.ts';
import { runCalls } from './runCalls.ts';

const mix = { streamShare: 0.5, abortShare: 0.2, retryShare: 0.2, anthropicShare: 0.5, withoutUsageShare: 0.2 };

test('the same seed plans the same calls, another seed others', () => {
  assert.deepEqual(planCalls(50, mix, '1'), planCalls(50, mix, '1'));
  assert.notDeepEqual(planCalls(50, mix, '1'), planCalls(50, mix, '2'));
});

test('every attempt of every call is in the provider’s books', async () => {
  const providers = await startProviders({ firstByteMs: 0, paceMs: 0 });
  try {
    const result = await runCalls({
      count: 120,
      concurrency: 8,
      mix,
      seed: '7',
      openaiUrl: providers.openaiUrl,
      anthropicUrl: providers.anthropicUrl,
    });
    const { calls, ok, aborted, failed, refusedAttempts } = result;
    assert.equal(calls, 120);
    assert.equal(failed, 0);
    assert.equal(ok + aborted, 120);
    assert.ok(aborted > 0 && refusedAttempts > 0);
    for (let tries = 0; providers.truth().length < calls + refusedAttempts && tries < 5000; tries++) {
      await sleep(2);
    }
    const booked = (status: string): number => providers.truth().filter((entry) => entry.status === status).length;
    assert.equal(booked('ok'), ok);
    assert.equal(booked('aborted'), aborted);
    assert.equal(booked('refused') + booked('error'), refusedAttempts);
    const planned = planCalls(120, mix, '7').reduce((sum, plan) => sum + (plan.steering.input ?? 0), 0);
    const billed = providers.truth().reduce((sum, entry) => sum + (entry.usage?.inputTokens ?? 0), 0);
    assert.equal(billed, planned);
  } finally {
    await providers.close();
  }
});
