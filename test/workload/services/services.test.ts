import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ATTRIBUTE, WORK_ATTRIBUTE, WORK_SCOPE } from '@ai-finops/instrumentation/contract';
import { WORK_OF_FEATURES } from '../company/workOfFeatures.ts';
import { startProviders } from '../providers/startProviders.ts';
import { seededRandom } from '../seededRandom.ts';
import { startSink } from '../sink/startSink.ts';
import { driveTraffic } from './driveTraffic.ts';
import { endService } from './endService.ts';
import { launchService } from './launchService.ts';

test(
  'the services’ one import records what the providers bill, attributed to who caused it',
  { timeout: 120_000 },
  async ({ signal }) => {
    const providers = await startProviders({ firstByteMs: 1, paceMs: 0, refuseEvery: 5 });
    const sink = await startSink();
    const common = { openaiUrl: providers.openaiUrl, anthropicUrl: providers.anthropicUrl, endpoint: sink.endpoint };
    const services = await Promise.all([
      ...['search', 'support', 'documents', 'engineering'].map((folder) =>
        launchService({ ...common, folder, environment: 'production' })
      ),
      launchService({ ...common, folder: 'search', environment: 'staging' }),
    ]);
    try {
      const stop = new AbortController();
      const driving = driveTraffic({
        services,
        callsPerSecond: 60,
        random: seededRandom('services'),
        signal: stop.signal,
      });
      const seen = (): Set<string> => new Set(providers.truth().map(({ requestModel }) => requestModel));
      while (providers.truth().length < 150 || seen().size < 6) {
        await sleep(20, undefined, { signal });
      }
      stop.abort();
      assert.equal((await driving).failed, 0);
    } finally {
      // Ending them is what flushes them.
      await Promise.all(services.map(endService));
      sink.close();
      await providers.close();
    }

    const truth = providers.truth();
    const records = [...sink.records.values()].map(({ attributes }) => attributes);
    assert.equal(records.length, truth.length);
    const byResponse = new Map(records.map((attributes) => [attributes.get(ATTRIBUTE.responseId), attributes]));
    const answered = truth.filter(({ status }) => status === 'ok');
    // A user may hang up on an answer that was sent whole before its first byte was read.
    const isUnread = (attributes: (typeof records)[number]) =>
      attributes.get(ATTRIBUTE.status) === 'aborted' && attributes.get(ATTRIBUTE.responseId) === undefined;
    const unmatched = answered.filter(({ id }) => !byResponse.has(id));
    assert.ok(unmatched.length <= records.filter(isUnread).length);
    for (const entry of answered.filter(({ id }) => byResponse.has(id))) {
      const record = byResponse.get(entry.id);
      assert.equal(record?.get(ATTRIBUTE.provider), entry.provider);
      assert.equal(record?.get(ATTRIBUTE.inputTokens), entry.usage?.inputTokens);
      assert.equal(record?.get(ATTRIBUTE.outputTokens), entry.usage?.outputTokens);
      assert.equal(record?.get(ATTRIBUTE.cacheReadTokens) ?? 0, entry.usage?.cacheReadTokens);
      assert.equal(record?.get(ATTRIBUTE.serviceTier), entry.serviceTier);
    }
    const values = (key: string): Set<unknown> => new Set(records.map((attributes) => attributes.get(key)));
    assert.deepEqual(
      [...values(ATTRIBUTE.feature)].sort(),
      ['assistant', 'code-review', 'digest', 'search', 'summaries', 'tagging', 'unallocated'].sort()
    );
    assert.ok(values(ATTRIBUTE.tenant).size > 10);
    // People ask, jobs do not; and what they are named stays in the service.
    assert.ok(values(ATTRIBUTE.userHash).size > 20 && values(ATTRIBUTE.userHash).has(undefined));
    assert.deepEqual([...values(ATTRIBUTE.userId)], [undefined]);
    assert.deepEqual([...values(ATTRIBUTE.environment)].sort(), ['production', 'staging']);
    assert.ok(records.some((attributes) => attributes.get(ATTRIBUTE.status) === 'refused'));
    assert.ok(records.some((attributes) => attributes.get(ATTRIBUTE.attempt) === 2));

    const work = sink.spans.filter(({ scope }) => scope === WORK_SCOPE).map(({ attributes }) => attributes);
    const units = new Set(work.map((attributes) => attributes.get(WORK_ATTRIBUTE.unit)).filter((unit) => unit));
    assert.deepEqual(units, new Set(Object.values(WORK_OF_FEATURES).map(({ unit }) => unit)));
    assert.ok(work.some((attributes) => attributes.get(WORK_ATTRIBUTE.evaluator) !== undefined));
    assert.ok(work.every((attributes) => attributes.get(ATTRIBUTE.environment) === 'production'));
  }
);
