import { CATALOGUE } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { Registry } from 'prom-client';
import { parseOwners } from '../../ownership/parseOwners.ts';
import { askPolicy } from '../../policy/askPolicy.ts';
import { registerPolicy } from '../../policy/registerPolicy.ts';
import type { FoundPolicy } from '../../questions/policy.ts';
import { eventDay } from '../../store/eventDay.ts';
import { moneyRecord } from '../../store/moneyRecord.fixture.ts';
import { workRecord } from '../../store/workRecord.fixture.ts';
import { startApi, type LiveApi } from '../liveApi.fixture.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = eventDay(NOON);
const DAY_US = 86_400_000_000;

let api: LiveApi;
let found: FoundPolicy | undefined;
let id = 0;

beforeAll(async () => {
  api = await startApi({ now: () => NOON, policy: () => found });
});
afterAll(() => api.stop());

const call = (ago: number, rest: Parameters<typeof moneyRecord>[1] = {}) => {
  id += 1;
  return moneyRecord(id, { startUs: NOON * 1_000 - ago * DAY_US + id, ...rest });
};
const used = (inputTokens: number, cacheReadTokens: number, outputTokens: number) =>
  ({ kind: 'reported', usage: { inputTokens, cacheReadTokens, outputTokens }, partial: false }) as const;
const look = async (file: object) => (found = await askPolicy(api.ask, parseOwners(file), TODAY));

test('nothing before the first close', async () => {
  await look({});
  const nothing = { from: null, through: null, findings: [], retirements: [], catalogue: CATALOGUE };
  expect((await api.get('/api/v1/policy')).json).toEqual(nothing);
});

test('the replacement costs what its rates say of each stored call, to the nano-USD; what has no price is counted', async () => {
  const tokens = fc.sample(fc.tuple(fc.nat(200_000), fc.nat(100), fc.nat(20_000)), { numRuns: 200, seed: 9 });
  const dimensions = { model: 'gpt-4o' };
  const calls = tokens.map(([input, share, output], index) =>
    call(1 + (index % 28), { dimensions, usage: used(input, Math.floor((input * share) / 100), output) })
  );
  const others = [
    call(1, { dimensions, usage: { kind: 'none' }, status: 'error' }),
    call(1, { dimensions, usage: { kind: 'unknown', reason: 'no_body_events' } }),
    call(1, { dimensions: { ...dimensions, feature: 'chat' }, usage: used(1_000, 0, 100) }),
    call(1),
    // Before the period, and of today, which is not closed.
    call(29, { dimensions, usage: used(1_000, 0, 100) }),
    call(0, { dimensions, usage: used(1_000, 0, 100) }),
  ];
  api.keeper.book([[...calls, ...others]]);
  api.keeper.close(Array.from({ length: 29 }, (_, index) => TODAY - 29 + index));

  // Nano-USD a token: gpt-4o 2,500, cached 1,250, out 10,000; gpt-6-luna 100, 10 and 500.
  const at = (rates: readonly [bigint, bigint, bigint]) =>
    tokens.reduce((sum, [input, share, output]) => {
      const cached = BigInt(Math.floor((input * share) / 100));
      return sum + (BigInt(input) - cached) * rates[0] + cached * rates[1] + BigInt(output) * rates[2];
    }, 0n);
  await look({});
  const { json } = await api.get('/api/v1/policy');
  const body = json as { from: string; through: string; findings: { feature: string; replacement: object }[] };
  expect([body.from, body.through]).toEqual(['2026-10-25', '2026-11-21']);
  expect(body.findings.map(({ feature }) => feature).sort()).toEqual(['chat', 'search', 'search']);
  expect(body.findings.find(({ feature }) => feature === 'search')).toMatchObject({
    ...{ rule: 'retiring_model', model: 'gpt-4o', retires: '2027-01-14', requests: '202', since: null },
    replacement: {
      ...{ model: 'gpt-6-luna', requests: '201', unpricedRequests: '1' },
      costNanoUsd: String(at([2_500n, 1_250n, 10_000n])),
      replacementNanoUsd: String(at([100n, 10n, 500n])),
    },
  });
  expect(body.findings.find(({ feature }) => feature === 'chat')?.replacement).toMatchObject({
    ...{
      costNanoUsd: String(1_000n * 2_500n + 100n * 10_000n),
      replacementNanoUsd: String(1_000n * 100n + 100n * 500n),
    },
  });
});

test('the owners file decides: another replacement, one without a price, none that retires', async () => {
  const of = async (rest: object) => {
    const { findings = [] } = (await look({ models: [{ provider: 'openai', model: 'gpt-4o', ...rest }] })) ?? {};
    return findings.find(({ feature, model }) => feature === 'search' && model === 'gpt-4o')?.replaced;
  };
  expect(await of({ replacement: 'gpt-4o-mini' })).toMatchObject({ replacement: 'gpt-4o-mini', calls: 201 });
  expect(await of({ replacement: 'no-such-model' })).toMatchObject({ calls: 1, unpricedCalls: 201 });
  expect(await of({ retires: '2027-12-31' })).toBeUndefined();
});

test('metrics say the same; a model that was scored before it took over is none', async () => {
  const registry = new Registry();
  registerPolicy(registry, () => found);
  await look({ models: [{ provider: 'openai', model: 'gpt-4o', approved: false, retires: '2027-12-31' }] });
  const text = await registry.metrics();
  expect(text).toMatch(
    /genai_policy_finding_usd\{rule="unapproved_model",feature="search",request_type="",provider="openai",model="gpt-4o"\} \d/
  );
  expect(text).not.toMatch(/retiring_model.*gpt-4o"/);

  const moved = { dimensions: { model: 'gpt-5.4', request_type: 'answer' } };
  const old = { dimensions: { model: 'gpt-5.1', request_type: 'answer' } };
  api.keeper.book([[...[9, 8, 7].map((ago) => call(ago, old)), ...[6, 5].map((ago) => call(ago, moved))]]);
  const switches = async () =>
    (await look({}))?.findings
      .filter(({ rule }) => rule === 'switched_unevaluated')
      .map(({ model, since }) => [model, since]);
  expect(await switches()).toEqual([['gpt-5.4', TODAY - 6]]);
  const quality = { kind: 'quality', request_type: 'answer', model: 'gpt-5.4', name: 'judge' } as const;
  api.keeper.book([[]], [{ work: [workRecord(1, { atUs: NOON * 1_000 - 6 * DAY_US, labels: quality })] }]);
  expect(await switches()).toEqual([]);
});
